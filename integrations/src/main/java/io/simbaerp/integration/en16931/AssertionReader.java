package io.simbaerp.integration.en16931;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what a document must contain before an assertion can fail. Most assertions say that something must not be
 * there, or must be so if it is there; they hold in a document that lacks it. Anything this reader does not fully
 * understand gives no answer, and the assertion is then always tried.
 */
final class AssertionReader {

    /** Where one of these occurs, "or" does not part what it seems to. */
    private static final Pattern BINDING = Pattern.compile("\\b(?:some|every|for|let|if)\\b ?[$(]");

    private static final Pattern AT_MOST_ONCE = Pattern.compile("count ?\\((.*)\\) ?<= ?1");
    private static final Pattern LAST_NAME = Pattern.compile("[a-z]+:[A-Za-z]+");

    private AssertionReader() {}

    /**
     * @param test the assertion's test
     * @param contexts names the element it is tried on can have; empty if unknown
     * @return alternatives, each a set of facts: unless one of them is fully there, the test is true
     */
    static Optional<List<Set<Fact>>> whatMustBeThere(String test, List<String> contexts) {
        String normal = test.replaceAll("\\s+", " ").strip();
        if (BINDING.matcher(normal).find()) {
            return Optional.empty();
        }
        for (String either : XPathText.split(XPathText.unwrap(normal), " or ")) {
            String one = XPathText.unwrap(either);
            Optional<List<Set<Fact>>> facts = absences(one, contexts).or(() -> atMostOnce(one, contexts));
            if (facts.isPresent()) {
                return facts;
            }
        }
        return Optional.empty();
    }

    /** A conjunction of absences is true unless one of the things is there. */
    private static Optional<List<Set<Fact>>> absences(String conjunction, List<String> contexts) {
        List<Set<Fact>> alternatives = new ArrayList<>();
        for (String each : XPathText.split(conjunction, " and ")) {
            String absent = XPathText.argument(XPathText.unwrap(each), "not");
            if (absent.isEmpty()) {
                return Optional.empty();
            }
            Optional<List<Set<Fact>>> facts = presence(absent, contexts);
            if (facts.isEmpty()) {
                return Optional.empty();
            }
            alternatives.addAll(facts.get());
        }
        return Optional.of(alternatives);
    }

    /** {@code count(path) <= 1} is true unless what the path ends with is there twice. */
    private static Optional<List<Set<Fact>>> atMostOnce(String comparison, List<String> contexts) {
        Matcher count = AT_MOST_ONCE.matcher(comparison);
        if (!count.matches() || XPathText.closing(comparison, comparison.indexOf('(')) != count.end(1)) {
            return Optional.empty();
        }
        return new PathReader(count.group(1).strip(), contexts).factsOfTwo();
    }

    /** What must be there for an expression to be true: paths, joined by "or". */
    private static Optional<List<Set<Fact>>> presence(String expression, List<String> contexts) {
        List<Set<Fact>> alternatives = new ArrayList<>();
        for (String each : XPathText.split(XPathText.unwrap(expression), " or ")) {
            String one = XPathText.unwrap(each);
            String path = XPathText.argument(one, "exists");
            Optional<List<Set<Fact>>> facts = new PathReader(path.isEmpty() ? one : path, contexts).facts();
            if (facts.isEmpty()) {
                return Optional.empty();
            }
            alternatives.addAll(facts.get());
        }
        return Optional.of(alternatives);
    }

    /** The names an element can have that a pattern matches; none if one of them is not a plain name. */
    static List<String> contexts(String match) {
        List<String> names = new ArrayList<>();
        for (String pattern : XPathText.split(match, "|")) {
            List<String> steps = XPathText.split(pattern, "/");
            String last = steps.get(steps.size() - 1);
            int predicate = last.indexOf('[');
            String name = predicate < 0 ? last : last.substring(0, predicate).strip();
            if (!LAST_NAME.matcher(name).matches()) {
                return List.of();
            }
            names.add(name);
        }
        return names.stream().distinct().toList();
    }
}
