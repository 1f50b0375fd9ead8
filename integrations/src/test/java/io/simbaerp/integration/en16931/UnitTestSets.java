package io.simbaerp.integration.en16931;

import io.simbaerp.integration.xml.XmlTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/** Takes the invoices out of a file of Peppol's unit tests, each as a document of its own. */
final class UnitTestSets {

    /**
     * @param fires rules that must find something in it
     * @param holds rules that must find nothing in it
     */
    record UnitTest(NodeInfo document, List<String> fires, List<String> holds) {}

    private UnitTestSets() {}

    static NodeInfo element(NodeInfo document) {
        return elements(new XdmNode(document)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A document without an element"))
                .getUnderlyingNode();
    }

    static List<NodeInfo> documents(NodeInfo testSet) throws SaxonApiException {
        return tests(testSet).stream().map(UnitTest::document).toList();
    }

    static List<UnitTest> tests(NodeInfo testSet) throws SaxonApiException {
        return tests(testSet, Set.of("Invoice", "CreditNote"));
    }

    /** Those in the syntax CII. */
    static List<UnitTest> ciiTests(NodeInfo testSet) throws SaxonApiException {
        return tests(testSet, Set.of("CrossIndustryInvoice"));
    }

    private static List<UnitTest> tests(NodeInfo testSet, Set<String> roots) throws SaxonApiException {
        List<UnitTest> tests = new ArrayList<>();
        for (XdmNode test : elements(new XdmNode(element(testSet)))) {
            for (XdmNode candidate : elements(test)) {
                if (roots.contains(name(candidate))) {
                    NodeInfo document = XmlTrees.PROCESSOR
                            .newDocumentBuilder()
                            .build(candidate.asSource())
                            .getUnderlyingNode();
                    tests.add(new UnitTest(
                            document, asserted(test, Set.of("error", "warning")), asserted(test, Set.of("success"))));
                }
            }
        }
        return tests;
    }

    /** BT-24. */
    static String specification(NodeInfo document) {
        XdmNode root = new XdmNode(element(document));
        return elements(root).stream()
                .filter(child -> name(child).equals("CustomizationID"))
                .findFirst()
                .or(() -> elements(root).stream()
                        .filter(child -> name(child).equals("ExchangedDocumentContext"))
                        .flatMap(context -> elements(context).stream())
                        .filter(child -> name(child).equals("GuidelineSpecifiedDocumentContextParameter"))
                        .findFirst())
                .map(node -> node.getStringValue().strip())
                .orElse("");
    }

    private static List<String> asserted(XdmNode test, Set<String> outcomes) {
        return elements(test).stream()
                .filter(child -> name(child).equals("assert"))
                .flatMap(assertion -> elements(assertion).stream())
                .filter(child -> outcomes.contains(name(child)))
                .map(child -> child.getStringValue().strip())
                .toList();
    }

    private static List<XdmNode> elements(XdmNode parent) {
        List<XdmNode> elements = new ArrayList<>();
        for (XdmNode child : parent.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                elements.add(child);
            }
        }
        return elements;
    }

    private static String name(XdmNode element) {
        return element.getNodeName().getLocalName();
    }
}
