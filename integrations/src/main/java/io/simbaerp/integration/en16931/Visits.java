package io.simbaerp.integration.en16931;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which elements a mode of the rules has to visit: those one of its patterns could match. All others would only be
 * walked through.
 *
 * @param parameter the stylesheet parameter that takes them
 * @param steps the last step of every pattern, with its parent's name where the pattern tells it
 * @param endings what the name of an element ends with where a pattern asks for nothing else
 */
record Visits(String parameter, Set<Fact> steps, List<Gate.Unfamiliar> endings) {

    private static final Pattern STEP = Pattern.compile("[a-z]+(?:-[a-z]+)*:[A-Za-z]+");
    private static final Pattern ENDING =
            Pattern.compile("(?:([a-z]+:))?\\*\\[(?:\\$[a-z0-9-]+\\]\\[)?ends-with\\(name\\(\\), ?'([A-Za-z]+)'\\).*");

    /** @return nothing if a pattern is of another kind; then the elements have to be searched for */
    static Optional<Visits> of(String parameter, List<String> matches) {
        Set<Fact> steps = new HashSet<>();
        List<Gate.Unfamiliar> endings = new ArrayList<>();
        for (String match : matches) {
            for (String pattern : XPathText.split(match, "|")) {
                Matcher ending = ENDING.matcher(pattern.replaceAll("\\s+", " "));
                List<String> path = XPathText.split(pattern, "/");
                String name = withoutPredicates(path.get(path.size() - 1));
                if (ending.matches()) {
                    String prefix = ending.group(1) == null ? "" : ending.group(1);
                    endings.add(new Gate.Unfamiliar(prefix, ending.group(2), Set.of()));
                } else if (STEP.matcher(name).matches()) {
                    String parent = path.size() < 2 ? "" : withoutPredicates(path.get(path.size() - 2));
                    steps.add(STEP.matcher(parent).matches() ? Fact.child(parent, name) : Fact.named(name));
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Visits(parameter, Set.copyOf(steps), List.copyOf(endings)));
    }

    private static String withoutPredicates(String step) {
        int predicate = step.indexOf('[');
        return (predicate < 0 ? step : step.substring(0, predicate)).strip();
    }
}
