package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.en16931.OfficialRules;
import io.simbaerp.integration.en16931.RuleSet;
import io.simbaerp.integration.pdf.EmbeddedFile;
import io.simbaerp.integration.pdf.EmbeddedFiles;
import io.simbaerp.integration.testing.XmlFacts;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Money;
import io.simbaerp.testing.Corpus;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every PDF and XML of the ZUGFeRD and Factur-X corpus against what others found in it. */
class ZugferdCorpusTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final SafeXmlParser PARSER = new SafeXmlParser(new EInvoiceSchemas());
    private static final OfficialRules RULES = new OfficialRules();

    /** Not invoices, or without one inside: what they are instead. */
    private static final Map<String, String> NO_INVOICE = Map.of(
            "factur-x-invalid-xml-encoding-attribute.pdf", "content.embedded-malformed",
            "MustangGnuaccountingBeispielRE-20170509_505PDF14.pdf", "application/pdf",
            "MustangGnuaccountingBeispielRE-20201121_508blankoA3.pdf", "application/pdf",
            "ORDER-X_EX01_ORDER_FULL_DATA-COMFORT.pdf", "not-posted.order");

    /** Values that are wrong in the files themselves: a month where a day belongs, a number with a letter. */
    private static final Set<String> BROKEN_VALUES = Set.of("'201412' is not a date.", "'19.00e' is not a number.");

    /** States no currency at all. */
    private static final Set<String> WRONG = Set.of("fail1.pdf");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void readsTheInvoiceOutOfEveryPdf() {
        Path corpus = Corpus.folder("zugferd-facturx", "48 PDFs of ZUGFeRD and Factur-X")
                .orElse(null);
        if (corpus == null) {
            return;
        }
        int right = 0;
        List<Map<String, String>> rows = Corpus.table(corpus.resolve("pdf.expected.csv"));
        for (Map<String, String> row : rows) {
            int before = wrong.size();
            checkPdf(corpus.resolve(row.get("file")), row);
            right += wrong.size() == before ? 1 : 0;
        }
        System.out.printf("SCORE zugferd-facturx PDFs: %d of %d as expected%n", right, rows.size());
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(48);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "corpus-xml.expected.csv, corpus, EN-CII_violations+EN-UBL_violations, 31",
        "xml-2.5.2.expected.csv, xml-2.5.2, EN-CII_violations, 32"
    })
    void readsEveryXml(String expected, String folder, String columns, int files) {
        Path corpus = Corpus.folder("zugferd-facturx", files + " XML invoices of " + folder)
                .orElse(null);
        if (corpus == null) {
            return;
        }
        int right = 0;
        List<Map<String, String>> rows = Corpus.table(corpus.resolve(expected));
        for (Map<String, String> row : rows) {
            int before = wrong.size();
            Path file = corpus.resolve(folder).resolve(row.get("file"));
            byte[] xml = Corpus.bytes(file);
            EInvoice read = read(file, xml);
            if (read != null) {
                checkAmounts(file, read, xml);
                checkRules(file, xml, rules(row, columns));
            }
            right += wrong.size() == before ? 1 : 0;
        }
        System.out.printf("SCORE zugferd-facturx %s: %d of %d as expected%n", folder, right, rows.size());
        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(files);
    }

    private void checkPdf(Path file, Map<String, String> row) {
        byte[] pdf = Corpus.bytes(file);
        String name = file.getFileName().toString();
        String instead = NO_INVOICE.get(name);
        if (instead != null) {
            compare(file, "is", instead, outcome(pdf));
            return;
        }
        EInvoice read = read(file, pdf);
        if (read == null) {
            return;
        }
        List<EmbeddedFile> files = EmbeddedFiles.of(pdf);
        byte[] xml = CarriedInvoice.among(files, PARSER)
                .invoice()
                .orElseThrow()
                .file()
                .content();
        compare(file, "media type", "application/pdf", read.mediaType());
        checkAmounts(file, read, xml);
        if (!row.get("invoice_no").isEmpty()) {
            checkExpected(file, read.invoice(), row);
        }
        if (read.format().equals("CII") && !row.get("guideline").startsWith("urn:ferd")) {
            checkRules(file, xml, rules(row, "en16931_violations"));
        }
    }

    private void checkExpected(Path file, ReceivedInvoice invoice, Map<String, String> row) {
        String due = row.get("due_payable");
        compare(file, "number", row.get("invoice_no"), invoice.number());
        compare(file, "type code", row.get("type_code"), invoice.typeCode());
        compare(
                file,
                "issue date",
                row.get("issue_date"),
                String.valueOf(invoice.issueDate()).replace("-", ""));
        compare(file, "currency", row.get("currency"), code(invoice));
        compare(
                file,
                "with VAT",
                new BigDecimal(row.get("grand_total")),
                amount(invoice.totals().withVat()));
        compare(
                file,
                "due",
                new BigDecimal(due.isEmpty() ? row.get("grand_total") : due),
                amount(invoice.totals().due()));
    }

    /** Due, VAT breakdown and lines by plain paths over the file, on a parser of its own. */
    private void checkAmounts(Path file, EInvoice read, byte[] xml) {
        ReceivedInvoice invoice = read.invoice();
        XmlFacts facts = XmlFacts.of(xml);
        facts.due()
                .ifPresent(due -> compare(
                        file, "due in the XML", due, amount(invoice.totals().due())));
        compare(
                file,
                "VAT in the XML",
                facts.vat(),
                invoice.vatBreakdown().stream()
                        .map(vat -> plain(vat.taxable()) + " " + plain(vat.tax()))
                        .toList());
        compare(
                file,
                "missing",
                WRONG.contains(file.getFileName().toString()) ? List.of("BT-5") : List.of(),
                invoice.missing());
        compare(file, "lines in the XML", facts.lines(), invoice.lines().size());
        if (file.toString().contains("xml-2.5.2")) {
            compare(
                    file,
                    "errors",
                    List.of(),
                    read.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(Finding::rule)
                            .toList());
        }
        compare(
                file,
                "unreadable values",
                List.of(),
                read.findings().stream()
                        .filter(finding -> finding.rule().equals("SIMBA-VALUE"))
                        .map(Finding::text)
                        .filter(text -> !BROKEN_VALUES.contains(text))
                        .toList());
    }

    private void checkRules(Path file, byte[] xml, Set<String> expected) {
        if (PARSER.parse(xml) instanceof ParsedXml.Invoice parsed) {
            RuleSet rules = parsed.syntax().rules().orElseThrow();
            compare(
                    file,
                    "rules of EN 16931",
                    expected,
                    RULES.judge(rules, parsed.document()).stream()
                            .map(each -> each.rule() + (each.severity() == Severity.WARNING ? "(warning)" : ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private EInvoice read(Path file, byte[] bytes) {
        try {
            ReadContent content = READER.read(bytes, file.getFileName().toString());
            if (content instanceof EInvoice invoice) {
                return invoice;
            }
            wrong.add(file + ": not recognised");
        } catch (UnreadableContent unreadable) {
            wrong.add(file + ": " + unreadable.getMessage());
        }
        return null;
    }

    private static String outcome(byte[] pdf) {
        try {
            ReadContent content = READER.read(pdf, "x.pdf");
            if (content instanceof ReadContent.Plain plain && !plain.findings().isEmpty()) {
                return plain.findings().stream().map(Finding::rule).collect(Collectors.joining(" "));
            }
            return content instanceof EInvoice ? "an invoice" : content.mediaType();
        } catch (UnreadableContent unreadable) {
            return unreadable.rule();
        }
    }

    private static Set<String> rules(Map<String, String> row, String columns) {
        return Arrays.stream(columns.split("\\+"))
                .flatMap(column -> Arrays.stream(row.get(column).split(" ")))
                .filter(id -> !id.isBlank() && !id.equals("none"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void compare(Path file, String what, Object expected, Object found) {
        boolean same = expected instanceof BigDecimal number && found instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : expected.equals(found);
        if (!same) {
            wrong.add(file.getFileName() + ": " + what + " expected " + expected + " but was " + found);
        }
    }

    private static String code(ReceivedInvoice invoice) {
        return invoice.currency().equals(ReceivedInvoice.NO_CURRENCY)
                ? ""
                : invoice.currency().code();
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private static String plain(Money money) {
        return money == null ? "-" : money.amount().stripTrailingZeros().toPlainString();
    }
}
