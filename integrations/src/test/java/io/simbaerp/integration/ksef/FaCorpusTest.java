package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.integration.content.EInvoiceContentReader;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.LineChange;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.PolishTerms.Kind;
import io.simbaerp.money.Money;
import io.simbaerp.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.json.JsonMapper;

/** Every official sample of the structured invoice: the exact amount due, VAT by rate, every line and annotation. */
class FaCorpusTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NETS = List.of(
            "P_13_1",
            "P_13_2",
            "P_13_3",
            "P_13_4",
            "P_13_5",
            "P_13_6_1",
            "P_13_6_2",
            "P_13_6_3",
            "P_13_7",
            "P_13_8",
            "P_13_9",
            "P_13_10",
            "P_13_11");
    private static final List<String> TAXES = List.of("P_14_1", "P_14_2", "P_14_3", "P_14_4", "P_14_5");

    private final List<String> wrong = new ArrayList<>();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"samples-fa2-official, FA(2), 10", "samples-fa3-official, FA(3), 15"})
    void readsEveryOfficialSampleExactly(String folder, String format, int files) throws Exception {
        Path corpus = Corpus.folder("poland-ksef", files + " structured invoices of " + folder)
                .orElse(null);
        if (corpus == null) {
            return;
        }
        List<Path> samples = Corpus.xmlFiles(corpus.resolve(folder)).stream()
                .filter(file -> file.getFileName().toString().startsWith("FA_"))
                .toList();
        int right = 0;
        for (Path sample : samples) {
            int before = wrong.size();
            check(sample, format);
            right += wrong.size() == before ? 1 : 0;
        }
        System.out.printf("SCORE poland-ksef/%s: %d of %d read exactly%n", folder, right, samples.size());
        assertThat(wrong).isEmpty();
        assertThat(samples).hasSize(files);
    }

    private void check(Path file, String format) throws Exception {
        Document document = parse(Corpus.bytes(file));
        EInvoice read =
                (EInvoice) READER.read(Corpus.bytes(file), file.getFileName().toString());
        ReceivedInvoice invoice = read.invoice();
        compare(file, "format", format, read.format());
        compare(file, "findings", List.of(), errors(read));
        compare(file, "missing", List.of(), invoice.missing());
        compare(
                file,
                "kind",
                text(document, "RodzajFaktury"),
                invoice.polish().kind().name());
        compare(file, "total", number(document, "P_15"), invoice.totals().withVat());
        compare(file, "amount due", due(document), invoice.totals().due());
        compare(file, "annotations", count(document, "P_18A", "1") > 0, invoice.splitPayment());
        compare(file, "JSON", invoice, JSON.readValue(JSON.writeValueAsString(invoice), ReceivedInvoice.class));
        breakdown(file, document, invoice);
        lines(file, document, invoice);
    }

    private void breakdown(Path file, Document document, ReceivedInvoice invoice) throws Exception {
        if (invoice.polish().kind() == Kind.UPR) {
            compare(
                    file,
                    "VAT within",
                    new BigDecimal("84.15"),
                    invoice.totals().vat());
            return;
        }
        List<BigDecimal> nets = new ArrayList<>();
        for (String net : NETS) {
            if (count(document, net, null) > 0) {
                nets.add(number(document, net));
            }
        }
        compare(file, "VAT rows", plain(nets), plain(amounts(invoice, VatBreakdown::taxable)));
        compare(file, "net", sum(nets), invoice.totals().withoutVat());
        compare(file, "VAT", stated(document, TAXES), invoice.totals().vat());
        BigDecimal inZloty =
                stated(document, TAXES.stream().map(tax -> tax + "W").toList());
        compare(
                file,
                "VAT in PLN",
                inZloty.signum() == 0 ? null : plain(inZloty),
                invoice.totals().vatInAccountingCurrency() == null
                        ? null
                        : plain(invoice.totals().vatInAccountingCurrency().amount()));
    }

    private void lines(Path file, Document document, ReceivedInvoice invoice) throws Exception {
        compare(
                file,
                "lines",
                (int) count(document, "FaWiersz", null),
                invoice.lines().size());
        compare(file, "lines before", (int) count(document, "StanPrzed", null), (int)
                invoice.lines().stream().filter(InvoiceLine::before).count());
        int ordered = invoice.polish().order() == null
                ? 0
                : invoice.polish().order().lines().size();
        compare(file, "lines of the order", (int) count(document, "ZamowienieWiersz", null), ordered);
        compare(
                file,
                "originals",
                (int) count(document, "DaneFaKorygowanej", null),
                invoice.precedingInvoices().size());
        if (Set.of(Kind.VAT, Kind.KOR).contains(invoice.polish().kind())
                && !invoice.lines().isEmpty()) {
            compare(
                    file,
                    "sum of the lines",
                    plain(invoice.totals().withoutVat().amount()),
                    plain(sum(invoice.positions().stream()
                            .map(LineChange::net)
                            .map(Money::amount)
                            .toList())));
        }
    }

    private static List<String> errors(EInvoice read) {
        return read.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::toString)
                .toList();
    }

    private static BigDecimal due(Document document) throws Exception {
        if (count(document, "DoZaplaty", null) > 0) {
            return number(document, "DoZaplaty");
        }
        return count(document, "DoRozliczenia", null) > 0
                ? number(document, "DoRozliczenia").negate()
                : number(document, "P_15");
    }

    private static List<BigDecimal> amounts(ReceivedInvoice invoice, Function<VatBreakdown, Money> part) {
        return invoice.vatBreakdown().stream().map(part).map(Money::amount).toList();
    }

    private void compare(Path file, String what, Object expected, Object found) {
        boolean same = expected instanceof BigDecimal number && found instanceof Money money
                ? number.compareTo(money.amount()) == 0
                : expected == null ? found == null : expected.equals(found);
        if (!same) {
            wrong.add(file.getFileName() + ": " + what + " expected " + expected + " but was " + found);
        }
    }

    private static BigDecimal stated(Document document, List<String> names) throws Exception {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String name : names) {
            if (count(document, name, null) > 0) {
                numbers.add(number(document, name));
            }
        }
        return sum(numbers);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> plain(List<BigDecimal> numbers) {
        return numbers.stream().map(FaCorpusTest::plain).toList();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal number(Document document, String name) throws Exception {
        return new BigDecimal(text(document, name));
    }

    private static String text(Document document, String name) throws Exception {
        return xpath().evaluate("normalize-space(//*[local-name()='" + name + "'])", document);
    }

    private static long count(Document document, String name, String value) throws Exception {
        String path = "//*[local-name()='" + name + "'" + (value == null ? "" : " and .='" + value + "'") + "]";
        return ((NodeList) xpath().evaluate(path, document, XPathConstants.NODESET)).getLength();
    }

    private static XPath xpath() {
        return XPathFactory.newDefaultInstance().newXPath();
    }

    private static Document parse(byte[] bytes) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
