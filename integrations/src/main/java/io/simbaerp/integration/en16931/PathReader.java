package io.simbaerp.integration.en16931;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one path of names, such as {@code cac:Item/cac:OriginCountry/cbc:Name} or
 * {@code //cac:TaxCategory[cbc:ID = 'AE']/cbc:Percent}, into the facts without which it selects nothing. Predicates only
 * narrow a path, so they may be ignored; the VAT category in one is taken along.
 */
final class PathReader {

    private static final Pattern NAME = Pattern.compile("@?[A-Za-z][\\w-]*(?::[A-Za-z][\\w-]*)?");
    private static final Pattern CATEGORY =
            Pattern.compile("(?:normalize-space\\()?(cbc:ID|ram:CategoryCode|\\.)\\)? ?= ?'([A-Z]{1,2})'");
    /** The elements VAT category codes stand in. */
    static final Set<String> CODES = Set.of("cbc:ID", "ram:CategoryCode");

    /** One way through the path: what it needs, and the step it has come to, whose name is empty if unknown. */
    private record Way(Set<Fact> facts, Fact last) {

        String at() {
            return last.name();
        }
    }

    private final String path;
    private int position;
    private boolean anywhere;
    private boolean choice;
    private List<Way> ways = new ArrayList<>();

    PathReader(String path, List<String> contexts) {
        this.path = path;
        List<String> starts = contexts.isEmpty() ? List.of("") : contexts;
        starts.forEach(start -> ways.add(new Way(Set.of(), Fact.named(start))));
    }

    Optional<List<Set<Fact>>> facts() {
        if (path.startsWith("/") && !path.startsWith("//")) {
            return Optional.empty();
        }
        anywhere = path.startsWith("//");
        position = anywhere ? 2 : 0;
        while (readStep()) {
            if (position == path.length()) {
                return ways.stream().allMatch(way -> way.facts.isEmpty())
                        ? Optional.empty()
                        : Optional.of(ways.stream().map(Way::facts).toList());
            }
            if (path.charAt(position) != '/') {
                return Optional.empty();
            }
            anywhere = path.startsWith("//", position);
            position += anywhere ? 2 : 1;
        }
        return Optional.empty();
    }

    /** What must be there for the path to select two things; no answer if a step is a choice of names. */
    Optional<List<Set<Fact>>> factsOfTwo() {
        Optional<List<Set<Fact>>> once = facts();
        if (once.isEmpty() || choice) {
            return Optional.empty();
        }
        return Optional.of(ways.stream()
                .map(way -> with(way, way.last.moreThanOnce(), way.last))
                .map(Way::facts)
                .toList());
    }

    private boolean readStep() {
        List<String> names = names();
        if (names.isEmpty()) {
            return false;
        }
        List<Way> further = new ArrayList<>();
        for (Way way : ways) {
            for (String name : names) {
                Fact step = anywhere || way.at().isEmpty() ? Fact.named(name) : Fact.child(way.at(), name);
                further.add(with(way, step, step));
            }
        }
        ways = further;
        while (position < path.length() && path.charAt(position) == '[') {
            int end = XPathText.closing(path, position);
            if (end < 0) {
                return false;
            }
            readPredicate(path.substring(position + 1, end).strip());
            position = end + 1;
        }
        return true;
    }

    /** The names the step can select; none if it is anything but a name or a choice of names. */
    private List<String> names() {
        if (position < path.length() && path.charAt(position) == '(') {
            int end = XPathText.closing(path, position);
            if (end < 0) {
                return List.of();
            }
            List<String> names = XPathText.split(path.substring(position + 1, end), "|");
            position = end + 1;
            choice = true;
            return names.stream().allMatch(each -> NAME.matcher(each).matches()) ? names : List.of();
        }
        Matcher name = NAME.matcher(path).region(position, path.length());
        if (!name.lookingAt() || !isStep(name.group(), name.end())) {
            return List.of();
        }
        position = name.end();
        return List.of(name.group());
    }

    /** A name followed by a parenthesis is a function, one followed by two colons an axis. */
    private boolean isStep(String name, int end) {
        boolean prefixed = name.startsWith("@") || name.contains(":");
        return prefixed && (end == path.length() || path.charAt(end) == '/' || path.charAt(end) == '[');
    }

    private void readPredicate(String predicate) {
        Matcher category = CATEGORY.matcher(predicate);
        if (category.matches()) {
            String where = category.group(1);
            ways = ways.stream()
                    .map(way -> CODES.contains(where.equals(".") ? way.at() : where)
                            ? with(way, Fact.category(category.group(2)), way.last)
                            : way)
                    .toList();
        }
    }

    private static Way with(Way way, Fact fact, Fact last) {
        Set<Fact> facts = new HashSet<>(way.facts);
        facts.add(fact);
        return new Way(Set.copyOf(facts), last);
    }
}
