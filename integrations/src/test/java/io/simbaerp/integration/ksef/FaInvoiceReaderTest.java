package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.integration.content.EInvoiceContentReader;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaInvoiceReaderTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    @Test
    void readsAnInvoiceThatBreaksNoRule() {
        EInvoice read = read(FaXml.invoice());

        assertThat(read.findings()).isEmpty();
        assertThat(read.format()).isEqualTo("FA(3)");
        assertThat(read.profile()).isEqualTo("FA (3) 1-0E");
        assertThat(read.invoice().seller().vatIdentifier()).isEqualTo("PL5260250274");
        assertThat(read.invoice().seller().address())
                .isEqualTo(new PostalAddress("ul. Nowa 1", null, null, "Warszawa", "00-950", null, "PL"));
    }

    @Test
    void findsTheNetWithinLinesStatedWithVatToTheCent() {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .totals("<P_13_1>24.38</P_13_1><P_14_1>5.61</P_14_1><P_15>29.99</P_15>")
                        .lines(gross(1, "10.00", "23") + gross(2, "10.00", "23") + gross(3, "9.99", "23")))
                .invoice();

        assertThat(invoice.lines()).extracting(InvoiceLine::net).containsExactly(pln("8.13"), pln("8.13"), pln("8.12"));
        assertThat(invoice.positions().stream().map(each -> each.net()).reduce(Money::plus))
                .contains(pln("24.38"));
    }

    @ParameterizedTest
    @CsvSource({
        "23, 100, 23, P_13_1, P_14_1, S, 23",
        "22, 100, 22, P_13_1, P_14_1, S, 22",
        "7, 100, 7, P_13_2, P_14_2, S, 7",
        "4, 100, 4, P_13_4, P_14_4, S, 4"
    })
    void tellsTheRatesThatShareATotalByTheLines(
            String rate, String net, String vat, String netName, String vatName, String category, String expected) {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .totals("<%s>%s</%s><%s>%s</%s><P_15>%d</P_15>"
                                .formatted(
                                        netName,
                                        net,
                                        netName,
                                        vatName,
                                        vat,
                                        vatName,
                                        Integer.parseInt(net) + Integer.parseInt(vat)))
                        .lines(line(1, net, rate)))
                .invoice();

        assertThat(invoice.vatBreakdown()).singleElement().satisfies(row -> {
            assertThat(row.category()).isEqualTo(category);
            assertThat(row.rate()).isEqualByComparingTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "P_13_6_1, 0 KR, Z",
        "P_13_6_2, 0 WDT, K",
        "P_13_6_3, 0 EX, G",
        "P_13_7, zw, E",
        "P_13_8, np I, O",
        "P_13_9, np II, AE",
        "P_13_10, oo, AE"
    })
    void mapsEveryTotalWithoutVatToItsCategory(String total, String rate, String category) {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .totals("<%s>50.00</%s><P_15>50.00</P_15>".formatted(total, total))
                        .lines(line(1, "50.00", rate)))
                .invoice();

        assertThat(invoice.vatBreakdown()).singleElement().satisfies(row -> {
            assertThat(row.category()).isEqualTo(category);
            assertThat(row.taxable()).isEqualTo(pln("50.00"));
            assertThat(row.tax().isZero()).isTrue();
        });
        assertThat(invoice.lines().get(0).vatCategory()).isEqualTo(category);
    }

    @Test
    void owesTheBuyerWhatIsToBeRefunded() {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .lines(line(1, "100.00", "23")
                                + "<Rozliczenie><Odliczenia><Kwota>200</Kwota><Powod>saldo</Powod></Odliczenia>"
                                + "<DoRozliczenia>77.00</DoRozliczenia></Rozliczenie>"))
                .invoice();

        assertThat(invoice.totals().withVat()).isEqualTo(pln("123.00"));
        assertThat(invoice.totals().due()).isEqualTo(pln("-77.00"));
    }

    @Test
    void tellsAReductionOfOneUnitFromOneOfTheLine() {
        String lines = "<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_8B>20</P_8B><P_9A>10</P_9A><P_10>1</P_10>"
                + "<P_11>180</P_11><P_12>23</P_12></FaWiersz>"
                + "<FaWiersz><NrWierszaFa>2</NrWierszaFa><P_8B>20</P_8B><P_9A>10</P_9A><P_10>1</P_10>"
                + "<P_11>199</P_11><P_12>23</P_12></FaWiersz>";
        List<InvoiceLine> read = read(FaXml.invoice().lines(lines)).invoice().lines();

        assertThat(read.get(0).price().discount()).isEqualTo(pln("1"));
        assertThat(read.get(0).price().net()).isEqualTo(pln("9"));
        assertThat(read.get(0).allowances()).isEmpty();
        assertThat(read.get(1).price().net()).isEqualTo(pln("10"));
        assertThat(read.get(1).allowances()).singleElement().satisfies(each -> assertThat(each.amount())
                .isEqualTo(pln("1")));
    }

    @Test
    void turnsLinesNobodyCanPriceIntoRemarks() {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .with("<RodzajFaktury>VAT", "<RodzajFaktury>UPR")
                        .totals("<P_15>246.00</P_15>")
                        .lines("<FaWiersz><NrWierszaFa>1</NrWierszaFa><P_7>wiertarka</P_7><P_12>23</P_12></FaWiersz>"
                                + "<FaWiersz><NrWierszaFa>2</NrWierszaFa><P_7>wiertła</P_7><P_12>23</P_12></FaWiersz>"))
                .invoice();

        assertThat(invoice.missing()).isEmpty();
        assertThat(invoice.lines()).isEmpty();
        assertThat(invoice.notes()).extracting(InvoiceNote::text).containsExactly("wiertarka", "wiertła");
        assertThat(invoice.totals().vat()).isEqualTo(pln("46.00"));
        assertThat(invoice.totals().withoutVat()).isEqualTo(pln("200.00"));
    }

    @Test
    void takesTheDayOfPaymentOfAnAdvanceAsItsTaxPoint() {
        ReceivedInvoice invoice = read(FaXml.invoice()
                        .with("<RodzajFaktury>VAT", "<RodzajFaktury>ZAL")
                        .with("<P_2>FV/1</P_2>", "<P_2>FV/1</P_2><P_6>2026-11-18</P_6>"))
                .invoice();

        assertThat(invoice.typeCode()).isEqualTo("386");
        assertThat(invoice.taxPointDate()).hasToString("2026-11-18");
        assertThat(invoice.delivery()).isNull();
    }

    @Test
    void deductsUnderTheCashMethodOnPayment() {
        ReceivedInvoice invoice =
                read(FaXml.invoice().with("<P_16>2", "<P_16>1")).invoice();

        assertThat(invoice.taxPointCode()).isEqualTo("432");
        assertThat(invoice.cashMethod()).isTrue();
    }

    @Test
    void findsWhatTheSchemaCannotSay() {
        assertThat(rules(FaXml.invoice().with("<NIP>5260250274", "<NIP>5260250275"), Severity.ERROR))
                .containsExactly("SIMBA-FA-NIP");
        assertThat(rules(FaXml.invoice().with("<P_15>123.00", "<P_15>133.00"), Severity.ERROR))
                .containsExactly("SIMBA-FA-SUM");
        assertThat(rules(FaXml.invoice().with("<P_15>123.00", "<P_15>123.01"), Severity.INFORMATION))
                .containsExactly("SIMBA-FA-SUM");
        assertThat(rules(FaXml.invoice().with("<P_11>100", "<P_11>90"), Severity.WARNING))
                .containsExactly("SIMBA-FA-LINES");
        assertThat(rules(
                        FaXml.invoice().with("<P_14_1>23.00", "<P_14_1>20.00").with("<P_15>123", "<P_15>120"),
                        Severity.WARNING))
                .containsExactly("SIMBA-FA-VAT");
        assertThat(rules(FaXml.invoice().with("<KodWaluty>PLN", "<KodWaluty>EUR"), Severity.WARNING))
                .containsExactly("SIMBA-FA-PLN");
        assertThat(rules(
                        FaXml.invoice()
                                .lines(line(1, "100", "23")
                                        + "<Rozliczenie><Obciazenia><Kwota>5</Kwota><Powod>kaucja</Powod></Obciazenia>"
                                        + "<DoZaplaty>127.00</DoZaplaty></Rozliczenie>"),
                        Severity.ERROR))
                .containsExactly("SIMBA-FA-SETTLEMENT");
    }

    @Test
    void namesTheLineWhereTheSchemaIsBroken() {
        EInvoice read = read(FaXml.invoice().with("<P_18A>2", "<P_18A>3"));

        assertThat(read.valid()).isFalse();
        assertThat(read.findings()).first().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("XSD");
            assertThat(finding.location()).startsWith("line 6");
        });
    }

    @Test
    void refusesTheVersionOutOfUseByName() {
        byte[] old = "<Faktura xmlns='http://crd.gov.pl/wzor/2021/11/29/11089/'/>".getBytes();

        assertThatThrownBy(() -> READER.read(old, "faktura.xml"))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo("content.old-structured-invoice");
                    assertThat(refusal.args()).containsExactly("FA(1)");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Faktura xmlns='http://crd.gov.pl/wzor/2025/06/25/13775/'>&x;</Faktura>| content.document-type",
                "<Faktura xmlns='http://crd.gov.pl/wzor/2025/06/25/13775/'><Fa></Faktura>| content.malformed"
            })
    void refusesHostileAndDamagedFiles(String xml, String rule) {
        assertThatThrownBy(() -> READER.read(xml.getBytes(), "faktura.xml"))
                .isInstanceOfSatisfying(UnreadableContent.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo(rule));
    }

    private static EInvoice read(FaXml xml) {
        return (EInvoice) READER.read(xml.bytes(), "faktura.xml");
    }

    private static List<String> rules(FaXml xml, Severity severity) {
        return read(xml).findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> finding.rule())
                .toList();
    }

    private static String line(int number, String net, String rate) {
        return ("<FaWiersz><NrWierszaFa>%d</NrWierszaFa><P_7>Towar</P_7><P_11>%s</P_11><P_12>%s</P_12></FaWiersz>")
                .formatted(number, net, rate);
    }

    private static String gross(int number, String gross, String rate) {
        return ("<FaWiersz><NrWierszaFa>%d</NrWierszaFa><P_7>Towar</P_7><P_11A>%s</P_11A><P_12>%s</P_12></FaWiersz>")
                .formatted(number, gross, rate);
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
