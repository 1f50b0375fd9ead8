package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.integration.en16931.OfficialRules;
import io.simbaerp.integration.testing.XmlFacts;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Money;
import io.simbaerp.testing.Corpus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every valid UBL and CII invoice of the corpus: every sum and every row of VAT as its file states it, the official
 * rule ids, nothing lost.
 */
class EInvoiceCorpusTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final SafeXmlParser PARSER = new SafeXmlParser(new EInvoiceSchemas());
    private static final OfficialRules RULES = new OfficialRules();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void compileTheRules() {
        READER.prepare();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "en16931/examples-ubl.expected.csv, en16931/examples-ubl, EN-UBL_violations, 18",
        "en16931/examples-cii.expected.csv, en16931/examples-cii, EN-CII_violations, 15",
        "en16931/testfiles-se-bis3.expected.csv, en16931/testfiles-se-bis3, EN-UBL_violations, 29",
        "peppol/examples.expected.csv, peppol/examples, EN-UBL_violations, 9",
        "xrechnung-3.0.2/valid.expected.csv, xrechnung-3.0.2/valid, EN-UBL_violations+EN-CII_violations, 41"
    })
    void readsEveryValidInvoiceExactly(String expected, String folder, String columns, int files) throws Exception {
        Path corpus = Corpus.folder("einvoice-en16931", files + " invoices of " + folder)
                .orElse(null);
        if (corpus == null) {
            return;
        }
        List<String> rows = Corpus.lines(corpus.resolve(expected));
        List<String> head = List.of(rows.get(0).split(",", -1));
        int right = 0;
        int schemaFindings = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            Set<String> rules = new TreeSet<>();
            for (String column : columns.split("\\+")) {
                Arrays.stream(cells[head.indexOf(column)].split(" "))
                        .filter(id -> !id.isBlank() && !id.equals("none"))
                        .forEach(rules::add);
            }
            int before = wrong.size();
            EInvoice read = check(corpus.resolve(folder).resolve(cells[0]), rules);
            schemaFindings += read == null ? 0 : count(read, SchemaFindings.RULE);
            right += wrong.size() == before ? 1 : 0;
        }
        System.out.printf(
                "SCORE %s: %d of %d read exactly, %d schema findings%n",
                folder, right, rows.size() - 1, schemaFindings);
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(files + 1);
    }

    private EInvoice check(Path file, Set<String> rules) throws Exception {
        byte[] bytes = Corpus.bytes(file);
        ReadContent content = READER.read(bytes, file.getFileName().toString());
        if (!(content instanceof EInvoice read)) {
            wrong.add(file + ": not recognised");
            return null;
        }
        ReceivedInvoice invoice = read.invoice();
        compare(file, "rules of EN 16931", rules, official(bytes));
        compare(file, "missing", List.of(), invoice.missing());
        compare(file, "unreadable values", 0, count(read, "SIMBA-VALUE") + count(read, "SIMBA-CURRENCY"));
        compare(file, "what the file states", List.of(), XmlFacts.of(bytes).differences(invoice));
        if (!rules.contains("BR-CO-16") && rules.stream().noneMatch(rule -> rule.startsWith("BR-CO"))) {
            compare(file, "sums", List.of(), brokenSums(invoice));
        }
        compare(file, "JSON", invoice, JSON.readValue(JSON.writeValueAsString(invoice), ReceivedInvoice.class));
        return read;
    }

    private void compare(Path file, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(file.getFileName() + ": " + what + " expected " + expected + " but was " + found);
        }
    }

    /** What EN 16931's own rules say; those of Peppol and XRechnung have a test of their own. */
    private static Set<String> official(byte[] bytes) {
        ParsedXml.Invoice parsed = (ParsedXml.Invoice) PARSER.parse(bytes);
        return RULES.judge(parsed.syntax().rules().orElseThrow(), parsed.document()).stream()
                .map(finding -> finding.rule() + (finding.severity() == Severity.WARNING ? "(warning)" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int count(EInvoice read, String rule) {
        return (int)
                read.findings().stream().map(Finding::rule).filter(rule::equals).count();
    }

    /** What the record holds must add up where the rules demand it: a value read from a wrong place would not. */
    private static List<String> brokenSums(ReceivedInvoice invoice) {
        List<String> broken = new ArrayList<>();
        BigDecimal lines = sum(invoice.lines().stream().map(InvoiceLine::net).toList());
        BigDecimal allowances =
                sum(invoice.allowances().stream().map(each -> each.amount()).toList());
        BigDecimal charges =
                sum(invoice.charges().stream().map(each -> each.amount()).toList());
        BigDecimal taxable =
                sum(invoice.vatBreakdown().stream().map(each -> each.taxable()).toList());
        BigDecimal tax =
                sum(invoice.vatBreakdown().stream().map(each -> each.tax()).toList());
        BigDecimal withoutVat = amount(invoice.totals().withoutVat());
        BigDecimal withVat = amount(invoice.totals().withVat());
        near(broken, "BT-106", amount(invoice.totals().lines()), lines);
        near(broken, "BT-107", amount(invoice.totals().allowances()), allowances);
        near(broken, "BT-108", amount(invoice.totals().charges()), charges);
        near(broken, "BT-109", withoutVat, lines.subtract(allowances).add(charges));
        near(broken, "BT-110", amount(invoice.totals().vat()), tax);
        near(broken, "BT-112", withVat, withoutVat.add(tax));
        near(
                broken,
                "BT-115",
                amount(invoice.totals().due()),
                withVat.subtract(amount(invoice.totals().prepaid()))
                        .add(amount(invoice.totals().rounding())));
        near(broken, "BG-23", withoutVat, taxable);
        return broken;
    }

    private static void near(List<String> broken, String term, BigDecimal stated, BigDecimal computed) {
        if (stated.subtract(computed).abs().compareTo(new BigDecimal("0.05")) > 0) {
            broken.add(term + " " + stated + " instead of " + computed);
        }
    }

    private static BigDecimal sum(List<Money> amounts) {
        return amounts.stream().map(EInvoiceCorpusTest::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }
}
