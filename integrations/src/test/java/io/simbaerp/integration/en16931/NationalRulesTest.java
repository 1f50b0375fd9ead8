package io.simbaerp.integration.en16931;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.integration.xml.XmlTrees;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peppol, XRechnung and Factur-X: the rules of the specification an invoice claims to follow, and what they find. */
class NationalRulesTest {

    private static final OfficialRules RULES = new OfficialRules();

    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "peppol/examples, peppol/examples.expected.csv, PEPPOL-UBL_violations, 9",
        "xrechnung-3.0.2/valid, xrechnung-3.0.2/valid.expected.csv, XR302-UBL_violations+XR302-CII_violations, 41",
        "xrechnung-2.1.1-invalid/cii, xrechnung-2.1.1-invalid/cii.expected.csv, XR211-CII_violations, 21",
        "xrechnung-2.1.1-invalid/ubl-inv, xrechnung-2.1.1-invalid/ubl-inv.expected.csv, XR211-UBLINV_violations, 69",
        "xrechnung-2.1.1-invalid/ubl-cn, xrechnung-2.1.1-invalid/ubl-cn.expected.csv, XR211-UBLCN_violations, 18"
    })
    void findWhatTheirPublishersFind(String folder, String expected, String columns, int files) {
        Path corpus = Corpus.folder("einvoice-en16931", files + " invoices of " + folder)
                .orElse(null);
        if (corpus == null) {
            return;
        }
        List<Map<String, String>> rows = Corpus.table(corpus.resolve(expected));
        int right = 0;
        for (Map<String, String> row : rows) {
            Path file = corpus.resolve(folder).resolve(row.get("file"));
            boolean old = folder.startsWith("xrechnung-2.1.1");
            Set<String> found = national(file, old ? "xrechnung_2.1" : null);
            Set<String> ids = ids(row, columns);
            if (found.equals(ids)) {
                right++;
            } else {
                wrong.add(row.get("file") + ": expected " + ids + " but found " + found);
            }
        }
        System.out.printf("SCORE national rules of %s: %d of %d%n", folder, right, rows.size());
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(files);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zugferd-facturx, xml-2.5.2/minimum, 2",
        "zugferd-facturx, xml-2.5.2/basicwl, 2",
        "zugferd-facturx, xml-2.5.2/basic, 3",
        "zugferd-facturx, xml-2.5.2/extended, 25"
    })
    void findNoErrorInWhatIsValidInItsProfile(String set, String folder, int files) {
        Path corpus = Corpus.folder(set, files + " invoices of " + folder).orElse(null);
        if (corpus == null) {
            return;
        }
        List<Path> all = Corpus.xmlFiles(corpus.resolve(folder));
        for (Path file : all) {
            List<Finding> findings = judged(document(file));
            findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding -> wrong.add(file.getFileName() + ": " + finding));
        }
        System.out.printf("SCORE Factur-X rules of %s: %d files, %d errors%n", folder, all.size(), wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(all).hasSize(files);
    }

    @Test
    void findInEachUnitTestOfPeppolWhatItAsserts() throws Exception {
        Path corpus = Corpus.folder("einvoice-en16931/peppol/unit-tests", "unit tests of Peppol")
                .orElse(null);
        if (corpus == null) {
            return;
        }
        int right = 0;
        for (Path file : Corpus.xmlFiles(corpus)) {
            if (file.toString().contains("unit-UBL-")) {
                right += checkUnitTests(file);
            }
        }
        System.out.printf("SCORE Peppol unit tests: %d assertions hold, %d do not%n", right, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(right).isGreaterThan(250);
    }

    @Test
    void sayTheSameQuickAsPublished() throws Exception {
        Path corpus = Corpus.folder("einvoice-en16931", "comparing the quick national rules with the published ones")
                .orElse(null);
        if (corpus == null) {
            return;
        }
        int compared = 0;
        int findings = 0;
        for (RuleSet rules : List.of(
                RuleSet.PEPPOL,
                RuleSet.PEPPOL_SELF_BILLING,
                RuleSet.xRechnung("3.0.2", "XRechnung-UBL-validation"),
                RuleSet.xRechnung("3.0.2", "XRechnung-CII-validation"),
                RuleSet.xRechnung("2.1.1", "XRechnung-UBL-validation-Invoice"),
                RuleSet.xRechnung("2.1.1", "XRechnung-CII-validation"),
                RuleSet.FACTUR_X_MINIMUM,
                RuleSet.FACTUR_X_BASIC_WL,
                RuleSet.FACTUR_X_BASIC,
                RuleSet.FACTUR_X_EXTENDED)) {
            CompiledRules quick = CompiledRules.quick(rules);
            CompiledRules published = CompiledRules.asPublished(rules);
            boolean cii = rules.resource().contains("CII") || rules.resource().contains("FACTUR");
            for (NodeInfo document : documents(corpus, cii)) {
                List<Finding> expected = published.judge(document);
                assertThat(quick.judge(document)).as(rules.name()).isEqualTo(expected);
                compared++;
                findings += expected.size();
            }
        }
        System.out.printf("SCORE quick national rules: %d judged the same, %d findings%n", compared, findings);
        assertThat(compared).isGreaterThan(1_000);
    }

    private static List<NodeInfo> documents(Path corpus, boolean cii) throws SaxonApiException {
        List<Path> files = new ArrayList<>(Corpus.xmlFiles(corpus));
        if (cii) {
            files.addAll(Corpus.xmlFiles(corpus.resolveSibling("zugferd-facturx")));
        }
        List<NodeInfo> documents = new ArrayList<>();
        for (Path file : files) {
            NodeInfo document;
            try {
                document = document(file);
            } catch (IllegalArgumentException notWellFormed) {
                continue;
            }
            String root = UnitTestSets.element(document).getLocalPart();
            if (cii
                    ? root.equals("CrossIndustryInvoice")
                    : Set.of("Invoice", "CreditNote").contains(root)) {
                documents.add(document);
            } else if (!cii && root.equals("testSet")) {
                documents.addAll(UnitTestSets.documents(document));
            }
        }
        return documents;
    }

    private int checkUnitTests(Path file) throws SaxonApiException {
        int right = 0;
        for (UnitTestSets.UnitTest test : UnitTestSets.tests(document(file))) {
            Set<String> found = RULES.judge(RuleSet.PEPPOL, test.document()).stream()
                    .map(Finding::rule)
                    .collect(Collectors.toSet());
            for (String rule : test.fires()) {
                if (found.contains(rule)) {
                    right++;
                } else {
                    wrong.add(file.getFileName() + ": " + rule + " did not fire");
                }
            }
            for (String rule : test.holds()) {
                if (found.contains(rule)) {
                    wrong.add(file.getFileName() + ": " + rule + " fired");
                } else {
                    right++;
                }
            }
        }
        return right;
    }

    /** What the last set of rules says, which is the national one. */
    private static Set<String> national(Path file, String claimed) {
        NodeInfo document = document(file);
        Judges judges = judges(document, claimed);
        RuleSet last = judges.rules().get(judges.rules().size() - 1);
        assertThat(last.name()).as(file.toString()).doesNotStartWith("EN 16931");
        return RULES.judge(last, document).stream()
                .map(finding -> switch (finding.severity()) {
                    case ERROR -> finding.rule();
                    case WARNING -> finding.rule() + "(warning)";
                    case INFORMATION -> finding.rule() + "(information)";
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> judged(NodeInfo document) {
        return judges(document, null).rules().stream()
                .flatMap(rules -> RULES.judge(rules, document).stream())
                .toList();
    }

    private static Judges judges(NodeInfo document, String claimed) {
        String root = UnitTestSets.element(document).getLocalPart();
        String specification = UnitTestSets.specification(document);
        return Judges.of(
                root.equals("CrossIndustryInvoice") ? RuleSet.CII : RuleSet.UBL,
                root.equals("CreditNote"),
                claimed == null ? specification : claimed);
    }

    private static Set<String> ids(Map<String, String> row, String columns) {
        return Arrays.stream(columns.split("\\+"))
                .flatMap(column -> Arrays.stream(row.get(column).split(" ")))
                .filter(id -> !id.isBlank() && !id.equals("none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static NodeInfo document(Path file) {
        try {
            return XmlTrees.PROCESSOR
                    .newDocumentBuilder()
                    .build(new StreamSource(new ByteArrayInputStream(Corpus.bytes(file))))
                    .getUnderlyingNode();
        } catch (SaxonApiException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
