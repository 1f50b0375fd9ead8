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

    private UnitTestSets() {}

    static NodeInfo element(NodeInfo document) {
        for (XdmNode child : new XdmNode(document).children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                return child.getUnderlyingNode();
            }
        }
        throw new IllegalArgumentException("A document without an element");
    }

    static List<NodeInfo> documents(NodeInfo testSet) throws SaxonApiException {
        List<NodeInfo> documents = new ArrayList<>();
        for (XdmNode test : new XdmNode(element(testSet)).children()) {
            if (test.getNodeKind() == XdmNodeKind.ELEMENT) {
                for (XdmNode candidate : test.children()) {
                    if (candidate.getNodeKind() == XdmNodeKind.ELEMENT
                            && Set.of("Invoice", "CreditNote")
                                    .contains(candidate.getNodeName().getLocalName())) {
                        documents.add(XmlTrees.PROCESSOR
                                .newDocumentBuilder()
                                .build(candidate.asSource())
                                .getUnderlyingNode());
                    }
                }
            }
        }
        return documents;
    }
}
