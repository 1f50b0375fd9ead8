package io.simbaerp.integration.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.XmlTrees;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The official rules made quick say exactly what they say as published, place and text included. */
class QuickRulesTest {

    private static final Pattern FORBIDDEN = Pattern.compile("not\\(((?:c[ab]c|ram|udt):\\w+(?:/@?[\\w:]+)*)\\)");
    private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

    @Test
    void sayTheSameOfEveryInvoiceOfTheCorpus() {
        Optional<Path> corpus = Corpus.folder("einvoice-en16931", "comparing the quick rules with the published ones");
        if (corpus.isEmpty()) {
            return;
        }
        CompiledRules ublQuick = CompiledRules.quick(RuleSet.UBL);
        CompiledRules ublPublished = CompiledRules.asPublished(RuleSet.UBL);
        CompiledRules ciiQuick = CompiledRules.quick(RuleSet.CII);
        CompiledRules ciiPublished = CompiledRules.asPublished(RuleSet.CII);
        int compared = 0;
        int findings = 0;
        for (Path file : Corpus.xmlFiles(corpus.get())) {
            for (NodeInfo document : invoices(file)) {
                boolean cii = root(document).equals("CrossIndustryInvoice");
                List<Finding> published = (cii ? ciiPublished : ublPublished).judge(document);
                assertThat((cii ? ciiQuick : ublQuick).judge(document))
                        .as(file.toString())
                        .isEqualTo(published);
                compared++;
                findings += published.size();
            }
        }
        System.out.printf("SCORE quick rules: %d documents judged the same, %d findings%n", compared, findings);
        assertThat(compared).isGreaterThan(250);
        assertThat(findings).isGreaterThan(500);
    }

    static List<RuleSet> standard() {
        return List.of(RuleSet.UBL, RuleSet.CII);
    }

    @ParameterizedTest
    @MethodSource("standard")
    void findEveryElementTheStandardForbids(RuleSet rules) throws Exception {
        CompiledRules quick = CompiledRules.quick(rules);
        CompiledRules published = CompiledRules.asPublished(rules);
        List<String> missed = new ArrayList<>();
        int found = 0;
        for (String[] forbidden : forbidden(rules)) {
            NodeInfo document = tree(new StreamSource(new StringReader(invoiceWith(forbidden[0], forbidden[1]))));
            List<Finding> expected = published.judge(document);
            if (!quick.judge(document).equals(expected)) {
                missed.add(forbidden[2] + " " + forbidden[1]);
            }
            found += expected.stream().anyMatch(finding -> finding.rule().equals(forbidden[2])) ? 1 : 0;
        }
        System.out.printf(
                "SCORE quick %s rules: %d forbidden elements found as by the published ones%n", rules.name(), found);
        assertThat(missed).isEmpty();
        assertThat(found).isGreaterThan(rules.equals(RuleSet.UBL) ? 500 : 300);
    }

    /** Context path, forbidden path and rule of every assertion that forbids a plain path. */
    private static List<String[]> forbidden(RuleSet rules) throws Exception {
        List<String[]> forbidden = new ArrayList<>();
        NodeList branches = stylesheet(rules).getElementsByTagNameNS(XSL, "when");
        for (int i = 0; i < branches.getLength(); i++) {
            Element when = (Element) branches.item(i);
            Matcher test = FORBIDDEN.matcher(when.getAttribute("test").strip());
            Element template = (Element) when.getParentNode().getParentNode();
            String match = template.getAttribute("match").split("\\|")[0].strip();
            if (test.matches() && match.matches("/(?:[a-z]+:\\w+)(?:/[a-z]+:\\w+)*")) {
                String assertion = when.getParentNode().getTextContent();
                Matcher number = Pattern.compile("\\[([A-Z-]+-[0-9]+)\\]").matcher(assertion);
                forbidden.add(new String[] {match, test.group(1), number.find() ? number.group(1) : "?"});
            }
        }
        return forbidden;
    }

    @Test
    void searchOnlyForWhatASearchFindsTheSame() throws Exception {
        assertThat(start("*[cbc:ID]")).isEqualTo("//*[cbc:ID]");
        assertThat(start("(//cbc:ID | //cbc:Name)[. = '']")).isEqualTo("(//cbc:ID | //cbc:Name)[. = '']");
        assertThat(start("*[cbc:ID = current()/cbc:Name]")).isEqualTo("/");
        assertThat(start("(cbc:ID | cbc:Name)[. = '']")).isEqualTo("/");
    }

    /** Where a mode with this pattern starts once the stylesheet is rewritten. */
    private static String start(String match) throws Exception {
        String text = """
                <xsl:stylesheet xmlns:xsl="%s" version="2.0">
                  <xsl:template match="/"><xsl:apply-templates select="/" mode="M1"/></xsl:template>
                  <xsl:template match="%s" mode="M1"><xsl:apply-templates select="*" mode="M1"/></xsl:template>
                </xsl:stylesheet>""".formatted(XSL, match);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document small = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        new StylesheetRewriter(small).rewrite();
        return ((Element) small.getElementsByTagNameNS(XSL, "apply-templates").item(0)).getAttribute("select");
    }

    private static Document stylesheet(RuleSet rules) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try (InputStream stream = QuickRulesTest.class.getClassLoader().getResourceAsStream(rules.resource())) {
            return factory.newDocumentBuilder().parse(stream);
        }
    }

    /** Nothing but the elements on the way to the forbidden one. */
    private static String invoiceWith(String context, String path) {
        String[] steps = (context.substring(1) + "/" + path).split("/");
        StringBuilder xml = new StringBuilder();
        StringBuilder end = new StringBuilder();
        for (int i = 0; i < steps.length; i++) {
            boolean attribute = i + 1 < steps.length && steps[i + 1].startsWith("@");
            if (!steps[i].startsWith("@")) {
                xml.append('<').append(steps[i]).append(i == 0 ? NAMESPACES : "");
                xml.append(attribute ? " " + steps[i + 1].substring(1) + "='x'" : "")
                        .append('>');
                end.insert(0, "</" + steps[i] + ">");
            }
        }
        return xml.append(end).toString();
    }

    private static final String NAMESPACES = " xmlns:ubl='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'"
            + " xmlns:cac='urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'"
            + " xmlns:cbc='urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'"
            + " xmlns:rsm='urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100'"
            + " xmlns:ram='urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100'"
            + " xmlns:udt='urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100'"
            + " xmlns:qdt='urn:un:unece:uncefact:data:standard:QualifiedDataType:100'";

    /** The invoice a file is, or the invoices a file of unit tests holds. */
    private static List<NodeInfo> invoices(Path file) {
        List<NodeInfo> invoices = new ArrayList<>();
        try {
            NodeInfo document = tree(new StreamSource(new ByteArrayInputStream(Corpus.bytes(file))));
            if (Set.of("Invoice", "CreditNote", "CrossIndustryInvoice").contains(root(document))) {
                invoices.add(document);
            } else if (root(document).equals("testSet")) {
                invoices.addAll(UnitTestSets.documents(document));
            }
        } catch (SaxonApiException unreadable) {
            System.out.println("Left out, not well-formed: " + file.getFileName());
        }
        return invoices;
    }

    private static NodeInfo tree(StreamSource source) throws SaxonApiException {
        return XmlTrees.PROCESSOR.newDocumentBuilder().build(source).getUnderlyingNode();
    }

    private static String root(NodeInfo document) {
        return UnitTestSets.element(document).getLocalPart();
    }
}
