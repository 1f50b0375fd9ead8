package io.simbaerp.walls;

import io.simbaerp.architecture.Duty;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.page.NavigationEntry;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page {@code docs/reference/duties.md}: roles, duties, menu, pages and endpoints, written from the code. */
final class DutyTable {

    private final Doors doors;
    private final Collection<NavigationEntry> navigation;
    private final Map<String, Set<Duty>> processes;

    DutyTable(Doors doors, Collection<NavigationEntry> navigation, Map<String, Set<Duty>> processes) {
        this.doors = doors;
        this.navigation = navigation;
        this.processes = new TreeMap<>(processes);
    }

    String markdown() {
        return """
                # Duties

                Generated from the code by `DutiesTest`; run it with `-Dsimba.write=true` to write this page anew.

                A door asks for the duties of the use cases and queries behind it: one that names several asks for those the
                request comes to. Who holds all of them is named, and in brackets who holds some of those without which
                nothing is done. Lists, tasks and ports decide at run time whose turn it is.

                ## Roles and duties
                """ + roles() + """

                ## The menu
                """ + menu() + """

                ## Processes
                """ + processes() + """

                ## Pages, forms and downloads
                """ + doors(doors.pages()) + """

                ## REST
                """
                + doors(doors.rest());
    }

    private static String roles() {
        List<Role> roles = StandardRoles.all();
        StringBuilder table = new StringBuilder("| duty | "
                + roles.stream().map(Role::code).collect(Collectors.joining(" | ")) + " |\n|---|"
                + roles.stream().map(role -> ":-:").collect(Collectors.joining("|")) + "|\n");
        for (Duty duty : Duty.values()) {
            table.append("| `")
                    .append(duty)
                    .append("` | ")
                    .append(roles.stream()
                            .map(role -> holds(role, duty) ? "yes" : "")
                            .collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return table.toString();
    }

    private String menu() {
        return "| place | duty | roles |\n|---|---|---|\n"
                + navigation.stream()
                        .sorted(Comparator.comparing(NavigationEntry::path))
                        .map(entry ->
                                "| `%s` | `%s` | %s |\n".formatted(entry.path(), entry.duty(), rolesWith(entry.duty())))
                        .collect(Collectors.joining());
    }

    private String processes() {
        return "| process | duties |\n|---|---|\n"
                + processes.entrySet().stream()
                        .map(entry -> "| `%s` | %s |\n".formatted(entry.getKey(), words(entry.getValue())))
                        .collect(Collectors.joining());
    }

    private static String doors(List<Doors.Door> doors) {
        return "| door | duties | roles |\n|---|---|---|\n"
                + doors.stream()
                        .map(door -> "| `%s` | %s | %s |\n"
                                .formatted(door, words(door.duties()), roles(door.duties(), door.own())))
                        .distinct()
                        .collect(Collectors.joining());
    }

    /** Who holds all of them, and who holds one of the door's own: then the request decides which is asked for. */
    private static String roles(Set<Duty> duties, Set<Duty> own) {
        if (duties.isEmpty()) {
            return "";
        }
        List<String> all = StandardRoles.all().stream()
                .filter(role -> duties.stream().allMatch(duty -> holds(role, duty)))
                .map(Role::code)
                .toList();
        List<String> some = StandardRoles.all().stream()
                .filter(role -> own.stream().anyMatch(duty -> holds(role, duty)))
                .map(Role::code)
                .filter(role -> !all.contains(role))
                .map(role -> "(" + role + ")")
                .toList();
        return java.util.stream.Stream.concat(all.stream(), some.stream()).collect(Collectors.joining(", "));
    }

    private static String rolesWith(Duty duty) {
        return roles(Set.of(duty), Set.of(duty));
    }

    static boolean holds(Role role, Duty duty) {
        return duty == Duty.BELONG_TO_COMPANY || role.duties().contains(duty);
    }

    private static String words(Set<Duty> duties) {
        return Arrays.stream(Duty.values())
                .filter(duties::contains)
                .map(duty -> "`" + duty + "`")
                .collect(Collectors.joining(", "));
    }
}
