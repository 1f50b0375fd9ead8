package io.simbaerp.integration.en16931;

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
import org.w3c.dom.Node;

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

    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";
    private static final String SVRL = "http://purl.oclc.org/dsdl/svrl";
    private static final Pattern RULE_MODE = Pattern.compile("M[0-9]+");
    private static final Pattern LAST_NAME = Pattern.compile("[a-z]+:[A-Za-z]+");
    private static final Pattern NAME_ENDING = Pattern.compile(
            "(?:([a-z]+:))?\\*\\[ends-with\\(name\\(\\), ?'([A-Za-z]+)'\\)(?: and (.*))?\\]", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\b(?:cbc|cac|rsm|ram|udt|qdt):[A-Za-z]+\\b");
    private static final int LARGEST_GROUP = 24;

    private final Document stylesheet;
    private final List<Gate> gates = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    StylesheetRewriter(Document stylesheet) {
        this.stylesheet = stylesheet;
        for (String attribute : List.of("match", "test", "select")) {
            for (String element : List.of("template", "when", "variable")) {
                elements(XSL, element)
                        .forEach(each -> NAME.matcher(each.getAttribute(attribute))
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
        return gates;
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
        List<String> contexts = contexts(template.getAttribute("match"));
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
        Element parameter = stylesheet.createElementNS(XSL, "xsl:param");
        parameter.setAttribute("name", gate.parameter());
        parameter.setAttribute("select", "false()");
        Element root = stylesheet.getDocumentElement();
        root.insertBefore(parameter, root.getFirstChild());
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

    private void remove(String namespace, String name, Predicate<Element> which) {
        elements(namespace, name).stream().filter(which).forEach(element -> element.getParentNode()
                .removeChild(element));
    }

    private List<Element> elements(String namespace, String name) {
        List<Element> found = new ArrayList<>();
        collect(stylesheet.getDocumentElement(), namespace, name, found);
        return found;
    }

    private static void collect(Element element, String namespace, String name, List<Element> found) {
        if (namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
            found.add(element);
        }
        children(element).forEach(child -> collect(child, namespace, name, found));
    }

    private static boolean isXsl(Element element, String name) {
        return XSL.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
