package io.simbaerp.integration.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.integration.xml.XmlTrees;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SAXDestination;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import org.junit.jupiter.api.Test;

/** Peppol's rules for the syntax CII, which it publishes as Schematron alone: each of its unit tests holds. */
class PeppolCiiRulesTest {

    private static final String COMPILER = "/xslt/2.0/pipeline-for-svrl.xsl";

    private final List<String> wrong = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();
    private int right;

    @Test
    void findInEachUnitTestWhatItAsserts() throws Exception {
        Path corpus = Corpus.folder("einvoice-en16931/peppol", "unit tests of Peppol in the syntax CII")
                .orElse(null);
        if (corpus == null) {
            return;
        }
        byte[] schematron = Corpus.bytes(corpus.resolve("schematron/PEPPOL-EN16931-CII.sch"));
        String known = new String(schematron, StandardCharsets.UTF_8);
        XsltExecutable rules = compiled(schematron);
        int files = 0;
        int without = 0;
        for (Path file : Corpus.xmlFiles(corpus.resolve("unit-tests"))) {
            if (file.toString().contains("unit-CII-")) {
                files++;
                List<UnitTestSets.UnitTest> tests = UnitTestSets.ciiTests(tree(Corpus.bytes(file)));
                without += tests.isEmpty() ? 1 : 0;
                for (UnitTestSets.UnitTest test : tests) {
                    check(file, test, judged(rules, test.document()), known);
                }
            }
        }
        System.out.printf(
                "SCORE Peppol unit tests in CII: %d files, %d without a test, %d assertions hold, %d do not, unknown %s%n",
                files, without, right, wrong.size(), unknown);
        assertThat(wrong).isEmpty();
        assertThat(files).isEqualTo(41);
        assertThat(right).isGreaterThan(50);
    }

    private void check(Path file, UnitTestSets.UnitTest test, Set<String> found, String known) {
        test.fires().forEach(rule -> count(found.contains(rule), file, rule, "did not fire", known));
        test.holds().forEach(rule -> count(!found.contains(rule), file, rule, "fired", known));
    }

    /** What asserts a rule the Schematron doesn't have proves nothing. */
    private void count(boolean holds, Path file, String rule, String otherwise, String known) {
        if (!known.contains("id=\"" + rule + "\"")) {
            unknown.add(rule);
        } else if (holds) {
            right++;
        } else {
            wrong.add(file.getFileName() + ": " + rule + " " + otherwise);
        }
    }

    private static Set<String> judged(XsltExecutable rules, NodeInfo document) throws SaxonApiException {
        FindingCollector collector = new FindingCollector();
        XsltTransformer transformer = rules.load();
        transformer.setInitialContextNode(new XdmNode(document));
        transformer.setDestination(new SAXDestination(collector));
        transformer.transform();
        return collector.findings().stream().map(Finding::rule).collect(Collectors.toSet());
    }

    /** SchXslt lies in a jar, from which the product's own processor reads nothing. */
    private static XsltExecutable compiled(byte[] schematron) throws Exception {
        URL compiler = Objects.requireNonNull(PeppolCiiRulesTest.class.getResource(COMPILER), COMPILER);
        Processor processor = new Processor(false);
        ByteArrayOutputStream stylesheet = new ByteArrayOutputStream();
        XsltTransformer transformer = processor
                .newXsltCompiler()
                .compile(new StreamSource(compiler.toString()))
                .load();
        transformer.setSource(new StreamSource(new ByteArrayInputStream(schematron)));
        transformer.setDestination(processor.newSerializer(stylesheet));
        transformer.transform();
        return XmlTrees.PROCESSOR
                .newXsltCompiler()
                .compile(new StreamSource(new ByteArrayInputStream(stylesheet.toByteArray())));
    }

    private static NodeInfo tree(byte[] content) throws SaxonApiException {
        return XmlTrees.PROCESSOR
                .newDocumentBuilder()
                .build(new StreamSource(new ByteArrayInputStream(content)))
                .getUnderlyingNode();
    }
}
