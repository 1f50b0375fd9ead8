package io.simbaerp.integration.en16931;

import static io.simbaerp.integration.en16931.StylesheetElements.SVRL;
import static io.simbaerp.integration.en16931.StylesheetElements.XSL;
import static io.simbaerp.integration.en16931.StylesheetElements.children;
import static io.simbaerp.integration.en16931.StylesheetElements.isXsl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Makes the official stylesheet quick without changing what it says about any document.
 *
 * <ol>
 *   <li>What writes down every rule that was tried goes, and so do the passes that write nothing.
 *   <li>Attributes are not visited when no rule is about them, and patterns that begin with {@code //} lose it: it says
 *       nothing about a tree that has a document node.
 *   <li>Patterns for all names with an ending name the elements the rules know; see {@link Gate.Unfamiliar}.
 *   <li>Assertions that cannot fail unless something is in the document are put behind a {@link Gate}. The assertion
 *       itself stays as published and is what judges once its gate is open.
 * </ol>
 */
final class StylesheetRewriter {

    private static final Pattern RULE_MODE = Pattern.compile("M[0-9]+");
    private static final Pattern NAME_ENDING = Pattern.compile(
            "(?:([a-z]+:))?\\*\\[ends-with\\(name\\(\\), ?'([A-Za-z]+)'\\)(?: and (.*))?\\]", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\b(?:cbc|cac|rsm|ram|udt|qdt):[A-Za-z]+\\b");
    private static final int LARGEST_GROUP = 24;

    /** As many modes as there are bits in a number; further ones search the document. */
    private static final int MOST_VISITS = Long.SIZE;

    /** More searches than these cost more than a walk through the document. */
    private static final int MOST_SEARCHES = 32;

    private final Document stylesheet;
    private final List<Gate> gates = new ArrayList<>();
    private final List<Visits> visits = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    StylesheetRewriter(Document stylesheet) {
        this.stylesheet = stylesheet;
        for (String attribute : List.of("match", "test", "select")) {
            for (String element : List.of("template", "when", "variable")) {
                elements(XSL, element).forEach(each -> NAME.matcher(each.getAttribute(attribute))
                        .results()
                        .forEach(name -> names.add(name.group())));
            }
        }
    }

    List<Gate> rewrite() {
        remove(SVRL, "fired-rule", element -> true);
        if (onlyTextMatchesWithoutMode()) {
            remove(XSL, "apply-templates", StylesheetRewriter::isWithoutMode);
        }
        List<Element> rules = elements(XSL, "template").stream()
                .filter(template ->
                        RULE_MODE.matcher(template.getAttribute("mode")).matches())
                .toList();
        boolean attributesMatter = rules.stream().anyMatch(StylesheetRewriter::isAboutAttributes);
        for (Element template : rules) {
            if (!attributesMatter) {
                visitElementsOnly(template);
            }
            if (!attributesMatter && template.getAttribute("match").equals("@*|node()")) {
                template.setAttribute("match", "*");
            }
            template.setAttribute("match", withoutLeadingSlashes(template.getAttribute("match")));
            template.setAttribute("match", withFamiliarNames(template.getAttribute("match")));
            gateAssertions(template);
        }
        if (!attributesMatter) {
            rules.stream()
                    .map(rule -> rule.getAttribute("mode"))
                    .distinct()
                    .forEach(mode -> visitOnlyWhatMatters(mode, rules));
        }
        return gates;
    }

    /** The elements each mode visits, once the stylesheet is rewritten. */
    List<Visits> visits() {
        return visits;
    }

    /**
     * Instead of walking through the whole document, a mode is handed the elements its patterns could match, in
     * document order. That is the same only if every one of its templates walks on to the children.
     */
    private void visitOnlyWhatMatters(String mode, List<Element> rules) {
        List<Element> ofMode = rules.stream()
                .filter(rule -> rule.getAttribute("mode").equals(mode))
                .filter(rule -> !rule.getAttribute("match").equals("text()"))
                .toList();
        List<String> matches = ofMode.stream()
                .map(rule -> rule.getAttribute("match"))
                .filter(match -> !match.equals("*"))
                .toList();
        List<Element> starts = elements(XSL, "apply-templates").stream()
                .filter(each -> each.getAttribute("mode").equals(mode)
                        && each.getAttribute("select").equals("/"))
                .toList();
        boolean allWalkOn = ofMode.stream().allMatch(rule -> walksOn(rule, mode).size() == 1);
        if (allWalkOn && starts.size() == 1) {
            selection(mode, matches).ifPresent(select -> {
                ofMode.forEach(rule -> walksOn(rule, mode).forEach(rule::removeChild));
                starts.get(0).setAttribute("select", select);
            });
        }
    }

    /** The elements some pattern could match: noted while the document is looked at once, else searched for. */
    private Optional<String> selection(String mode, List<String> matches) {
        Optional<Visits> found = Visits.of("visit-" + mode, matches);
        if (found.isPresent() && visits.size() < MOST_VISITS) {
            declare(found.get().parameter(), "//*");
            visits.add(found.get());
            return Optional.of("$" + found.get().parameter());
        }
        List<String> patterns = matches.stream()
                .flatMap(match -> XPathText.split(match, "|").stream())
                .toList();
        if (!patterns.stream().allMatch(StylesheetRewriter::findsTheSameAnywhere)) {
            return Optional.empty();
        }
        List<String> searches = patterns.stream()
                .map(pattern -> pattern.startsWith("/") || pattern.startsWith("(") ? pattern : "//" + pattern)
                .toList();
        return searches.size() <= MOST_SEARCHES ? Optional.of(String.join(" | ", searches)) : Optional.empty();
    }

    /** As a search, {@code current()} would be the document, and a pattern in brackets would look only right below it. */
    private static boolean findsTheSameAnywhere(String pattern) {
        return !pattern.contains("current(") && (!pattern.startsWith("(") || pattern.matches("(?s)\\([\\s(]*/.*"));
    }

    private static List<Element> walksOn(Element rule, String mode) {
        return children(rule).stream()
                .filter(child -> isXsl(child, "apply-templates")
                        && child.getAttribute("mode").equals(mode)
                        && child.getAttribute("select").equals("*"))
                .toList();
    }

    /** Then a pass without a mode writes nothing. */
    private boolean onlyTextMatchesWithoutMode() {
        return elements(XSL, "template").stream()
                .filter(template -> !template.hasAttribute("mode"))
                .allMatch(template -> template.getAttribute("match").equals("/")
                        || (template.getAttribute("match").equals("text()") && !template.hasChildNodes()));
    }

    private static boolean isWithoutMode(Element applyTemplates) {
        return applyTemplates.getParentNode() instanceof Element parent
                && SVRL.equals(parent.getNamespaceURI())
                && parent.getLocalName().equals("active-pattern")
                && !applyTemplates.hasAttribute("mode");
    }

    private static boolean isAboutAttributes(Element template) {
        return !template.getAttribute("match").equals("@*|node()")
                && XPathText.split(template.getAttribute("match"), "|").stream()
                        .anyMatch(pattern -> XPathText.split(pattern, "/").stream()
                                .reduce("", (before, step) -> step)
                                .startsWith("@"));
    }

    private static void visitElementsOnly(Element template) {
        for (Element child : children(template)) {
            if (isXsl(child, "apply-templates") && child.getAttribute("select").equals("@*|*")) {
                child.setAttribute("select", "*");
            }
        }
    }

    private static String withoutLeadingSlashes(String match) {
        return String.join(
                " | ",
                XPathText.split(match, "|").stream()
                        .map(pattern -> pattern.startsWith("//") ? pattern.substring(2) : pattern)
                        .toList());
    }

    /**
     * A pattern for all names with an ending is tried on every element there is. The names the rules themselves use are
     * put in its place, and the pattern behind a gate that opens when another name with that ending turns up.
     */
    private String withFamiliarNames(String match) {
        Matcher ending = NAME_ENDING.matcher(match);
        if (!ending.matches()) {
            return match;
        }
        String prefix = ending.group(1) == null ? "" : ending.group(1);
        Set<String> familiar = names.stream()
                .filter(name -> name.endsWith(ending.group(2)) && name.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
        String rest = ending.group(3) == null ? "" : "[" + ending.group(3) + "]";
        if (familiar.isEmpty() || !XPathText.split(rest, " or ").equals(List.of(rest))) {
            return match;
        }
        String parameter = "gate-" + gates.size();
        add(new Gate(parameter, List.of(), List.of(new Gate.Unfamiliar(prefix, ending.group(2), familiar))));
        String guarded = match.replaceFirst("\\[", Matcher.quoteReplacement("[$" + parameter + "]["));
        return familiar.stream().map(name -> name + rest).collect(Collectors.joining(" | ")) + " | " + guarded;
    }

    private void gateAssertions(Element template) {
        List<String> contexts = AssertionReader.contexts(template.getAttribute("match"));
        List<Element> group = new ArrayList<>();
        Set<Set<Fact>> needed = new LinkedHashSet<>();
        List<String> categories = List.of();
        for (Element child : children(template)) {
            Optional<List<Set<Fact>>> facts = facts(child, contexts);
            List<String> now = facts.map(StylesheetRewriter::categories).orElse(List.of());
            if (facts.isEmpty() || group.size() == LARGEST_GROUP || !now.equals(categories)) {
                close(group, needed);
            }
            if (facts.isPresent()) {
                group.add(child);
                needed.addAll(facts.get());
                categories = now;
            }
        }
        close(group, needed);
    }

    private static Optional<List<Set<Fact>>> facts(Element child, List<String> contexts) {
        if (!isXsl(child, "choose")) {
            return Optional.empty();
        }
        List<Element> branches = children(child);
        boolean assertion = branches.size() == 2
                && isXsl(branches.get(0), "when")
                && !branches.get(0).hasChildNodes()
                && isXsl(branches.get(1), "otherwise");
        return assertion
                ? AssertionReader.whatMustBeThere(branches.get(0).getAttribute("test"), contexts)
                : Optional.empty();
    }

    private static List<String> categories(List<Set<Fact>> facts) {
        return facts.stream()
                .flatMap(Set::stream)
                .map(Fact::category)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void close(List<Element> group, Set<Set<Fact>> needed) {
        if (!group.isEmpty()) {
            Gate gate = Gate.of("gate-" + gates.size(), needed);
            Element condition = stylesheet.createElementNS(XSL, "xsl:if");
            condition.setAttribute("test", "$" + gate.parameter());
            Element first = group.get(0);
            first.getParentNode().insertBefore(condition, first);
            group.forEach(condition::appendChild);
            add(gate);
        }
        group.clear();
        needed.clear();
    }

    private void add(Gate gate) {
        gates.add(gate);
        declare(gate.parameter(), "false()");
    }

    private void declare(String name, String unlessGiven) {
        Element parameter = stylesheet.createElementNS(XSL, "xsl:param");
        parameter.setAttribute("name", name);
        parameter.setAttribute("select", unlessGiven);
        Element root = stylesheet.getDocumentElement();
        root.insertBefore(parameter, root.getFirstChild());
    }

    private void remove(String namespace, String name, Predicate<Element> which) {
        elements(namespace, name).stream().filter(which).forEach(element -> element.getParentNode()
                .removeChild(element));
    }

    private List<Element> elements(String namespace, String name) {
        return StylesheetElements.all(stylesheet.getDocumentElement(), namespace, name);
    }
}
