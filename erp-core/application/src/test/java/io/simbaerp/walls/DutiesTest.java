package io.simbaerp.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.identity.Role;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.isolation.RoleWalk;
import io.simbaerp.page.NavigationEntry;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.ReleasePaymentRun;
import io.simbaerp.story.RestUser;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.walls.Doors.Door;
import io.simbaerp.walls.Doors.Kind;
import io.simbaerp.workflow.engine.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The table of duties is as the code is, and every door answers every role as the table says. */
@StoryTest
class DutiesTest {

    /** Doors that end the session or belong to those who are nobody yet. */
    private static final Set<String> APART =
            Set.of("/login", "/first-run", "/first-sign-in", "/language", "/mail/{link}", "/api/v1/tokens");

    /** Their list asks for a duty besides, which stands in its descriptor. */
    private static final Map<String, Duty> BY_LIST = Map.of(
            "GET /audit-trail", Duty.VIEW_AUDIT,
            "GET /documents", Duty.VIEW_DOCUMENT,
            "GET /parties", Duty.VIEW_PARTY,
            "GET /payment-runs", Duty.VIEW_PAYMENT);

    @Autowired
    ApplicationContext application;

    @Autowired
    Simba simba;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    ReleasePaymentRun releasePaymentRun;

    @Test
    void theTableOfDutiesIsAsTheCodeIs() throws IOException {
        String table = new DutyTable(
                        Doors.of(application),
                        application.getBeansOfType(NavigationEntry.class).values(),
                        processes())
                .markdown();
        Path page = SourceTree.root().resolve("docs/reference/duties.md");
        if (Boolean.getBoolean("simba.write")) {
            Files.writeString(page, table);
        }
        assertThat(Files.readString(page))
                .as("docs/reference/duties.md is stale: run DutiesTest with -Dsimba.write=true")
                .isEqualTo(table);
    }

    @Test
    void everyDoorAnswersEveryRoleAsTheTableSays() {
        List<Door> doors = Doors.of(application).all().stream()
                .filter(door -> !door.duties().isEmpty() && !APART.contains(door.pattern()))
                .toList();
        RoleWalk walk = RoleWalk.of(application);
        PartlyHeld partlyHeld = new PartlyHeld();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Role role : StandardRoles.all()) {
            for (Door door : doors) {
                Set<Duty> lacking = lacking(role, door);
                if (!lacking.isEmpty()) {
                    int due = partlyHeld.status(door, lacking);
                    int status = walk.answer(role.code(), door);
                    counts.merge(due == 403 ? "refused" : "answered in part", 1, Integer::sum);
                    if (status != due) {
                        wrong.add("%s as %s: %d, but lacks %s".formatted(door, role.code(), status, lacking));
                    }
                }
            }
        }
        assertThat(walk.changes()).as("what was done without the duty").isEmpty();
        assertThat(partlyHeld.neverMet())
                .as("doors said to answer those who lack a duty")
                .isEmpty();
        for (Role role : StandardRoles.all()) {
            RestUser program = simba.as(role.code());
            PageUser person = PageUser.signIn(simba.url(), role.code());
            for (Door door : doors) {
                if (lacking(role, door).isEmpty()) {
                    counts.merge("allowed", 1, Integer::sum);
                    int status = status(door, program, person);
                    if (status >= 500 || status == 403) {
                        wrong.add("%s as %s: %d, but holds %s".formatted(door, role.code(), status, door.duties()));
                    }
                }
            }
        }
        System.out.println(
                "Duties: " + doors.size() + " doors as " + StandardRoles.all().size() + " roles: " + counts);
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(counts.get("refused")).isGreaterThan(2_500);
    }

    /** What the role does not hold of all the door may come to ask for. */
    private static Set<Duty> lacking(Role role, Door door) {
        Set<Duty> lacking = EnumSet.copyOf(door.duties());
        if (BY_LIST.containsKey(door.toString())) {
            lacking.add(BY_LIST.get(door.toString()));
        }
        lacking.removeIf(duty -> DutyTable.holds(role, duty));
        return lacking;
    }

    @Test
    void theMenuShowsWhatOneMayDo() {
        for (Role role : StandardRoles.all()) {
            String menu = PageUser.signIn(simba.url(), role.code())
                    .get("/bank-accounts")
                    .body();
            for (NavigationEntry entry :
                    application.getBeansOfType(NavigationEntry.class).values()) {
                if (!entry.path().equals("/")) {
                    assertThat(menu.contains("href=\"" + entry.path() + "\""))
                            .as(entry.path() + " in the menu of " + role.code())
                            .isEqualTo(DutyTable.holds(role, entry.duty()));
                }
            }
        }
    }

    @Test
    void aProcessHasTheDutiesOfItsStepsAndNoOther() {
        CompanyId company = new CompanyId(UUID.randomUUID());
        Acting capture =
                new Acting(Actor.process("InvoiceCapture"), company, processes().get("InvoiceCapture"));
        assertThat(capture.may(Duty.RELEASE_PAYMENT)).isFalse();
        assertThatThrownBy(() ->
                        currentActor.run(capture, () -> releasePaymentRun.release(new PaymentRunId(UUID.randomUUID()))))
                .isInstanceOf(MissingDuty.class);
        assertThat(processes().values())
                .allSatisfy(duties -> assertThat(duties).doesNotContain(Duty.ADMINISTER, Duty.APPROVE_PAYMENT));
    }

    private int status(Door door, RestUser program, PageUser person) {
        Map<String, String> values = door.variables().stream()
                .distinct()
                .collect(Collectors.toMap(
                        variable -> variable, variable -> UUID.randomUUID().toString()));
        String path = door.at(values);
        if (door.kind() != Kind.REST) {
            return door.kind() == Kind.FORM
                    ? person.post(path, Map.of()).statusCode()
                    : person.get(path).statusCode();
        }
        return switch (door.method()) {
            case "GET" -> program.get(path).status();
            case "DELETE" -> program.delete(path).status();
            case "PUT" -> program.put(path, Map.of()).status();
            default -> program.post(path, Map.of()).status();
        };
    }

    private Map<String, Set<Duty>> processes() {
        Map<String, Set<Duty>> processes = new HashMap<>();
        application.getBeansWithAnnotation(Steps.class).values().stream()
                .map(bean -> AopUtils.getTargetClass(bean).getAnnotation(Steps.class))
                .forEach(steps -> processes
                        .computeIfAbsent(
                                steps.process(), process -> EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.RUN_PROCESS))
                        .addAll(Set.of(steps.duties())));
        return processes;
    }
}
