package io.simbaerp.integration.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.intake.ReadContent.EInvoice;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceNote;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EInvoiceContentReaderTest {

    private static final EInvoiceContentReader READER = new EInvoiceContentReader();

    @Test
    void readsTheSameInvoiceOutOfUblAndCii() {
        EInvoice ubl = read(text("complete-ubl.xml"));
        EInvoice cii = read(text("complete-cii.xml"));

        assertThat(cii.invoice()).isEqualTo(ubl.invoice());
        assertThat(ubl.format()).isEqualTo("UBL");
        assertThat(cii.format()).isEqualTo("CII");
        assertThat(ubl.profile()).isEqualTo("urn:cen.eu:en16931:2017");
        assertThat(rules(ubl)).containsExactly();
        assertThat(rules(cii)).containsExactly();
        assertThat(ubl.valid()).isTrue();
    }

    @Test
    void leavesNoTermOfTheCompleteInvoiceEmpty() {
        String json = JsonMapper.builder()
                .build()
                .writeValueAsString(read(text("complete-ubl.xml")).invoice());

        ReceivedInvoice back = JsonMapper.builder().build().readValue(json, ReceivedInvoice.class);
        assertThat(back).isEqualTo(read(text("complete-ubl.xml")).invoice());
        assertThat(back.missing()).isEmpty();
    }

    @Test
    void keepsTheAmountsOfTheTotalsApart() {
        ReceivedInvoice invoice = read(text("complete-cii.xml")).invoice();

        assertThat(invoice.currency()).isEqualTo(CurrencyCode.EUR);
        assertThat(invoice.totals().vat()).isEqualTo(Money.of("43.70", "EUR"));
        assertThat(invoice.totals().vatInAccountingCurrency()).isEqualTo(Money.of("187.91", "PLN"));
        assertThat(invoice.totals().withVat()).isEqualTo(Money.of("283.70", "EUR"));
        assertThat(invoice.totals().prepaid()).isEqualTo(Money.of("83.00", "EUR"));
        assertThat(invoice.totals().rounding()).isEqualTo(Money.of("0.30", "EUR"));
        assertThat(invoice.totals().due()).isEqualTo(Money.of("201.00", "EUR"));
        assertThat(invoice.vatBreakdown()).hasSize(2);
        assertThat(invoice.vatBreakdown().get(1).exemptionReasonCode()).isEqualTo("VATEX-EU-132");
    }

    @Test
    void tellsAllowancesFromChargesOnBothLevels() {
        ReceivedInvoice invoice = read(text("complete-ubl.xml")).invoice();

        assertThat(invoice.allowances()).singleElement().satisfies(allowance -> {
            assertThat(allowance.amount()).isEqualTo(Money.of("20.00", "EUR"));
            assertThat(allowance.percent()).isEqualByComparingTo("10");
            assertThat(allowance.vatCategory()).isEqualTo("S");
        });
        assertThat(invoice.charges()).singleElement().satisfies(charge -> assertThat(charge.reasonCode())
                .isEqualTo("FC"));
        assertThat(invoice.lines().get(0).allowances())
                .singleElement()
                .satisfies(allowance -> assertThat(allowance.base()).isEqualTo(Money.of("200.00", "EUR")));
        assertThat(invoice.lines().get(0).charges()).singleElement().satisfies(charge -> assertThat(charge.reason())
                .isEqualTo("Pakowanie"));
        assertThat(invoice.lines().get(1).allowances()).isEmpty();
    }

    @Test
    void findsEveryPartyAndHowToPay() {
        ReceivedInvoice invoice = read(text("complete-cii.xml")).invoice();

        assertThat(invoice.seller().vatIdentifier()).isEqualTo("PL5260250274");
        assertThat(invoice.seller().taxRegistration()).isEqualTo("US-123");
        assertThat(invoice.seller().identifiers())
                .containsExactly(Identifier.of("5901234123457", "0088"), Identifier.of("K-77", null));
        assertThat(invoice.payee()).satisfies(payee -> assertThat(payee.name()).isEqualTo("Faktor S.A."));
        assertThat(invoice.taxRepresentative()).satisfies(representative -> assertThat(representative.vatIdentifier())
                .isEqualTo("PL1111111111"));
        PaymentInstructions payment = invoice.payment();
        assertThat(payment.creditTransfers())
                .extracting(PaymentInstructions.CreditTransfer::account)
                .containsExactly("PL61109010140000071219812874", "DE89370400440532013000");
        assertThat(payment.directDebit().creditor()).isEqualTo("PL52ZZZ5260250274");
        assertThat(payment.card().number()).isEqualTo("1234");
        assertThat(invoice.notes())
                .containsExactly(new InvoiceNote("AAI", "Zamówienie telefoniczne"), new InvoiceNote(null, "Bez kodu"));
        assertThat(invoice.taxPointCode()).isEqualTo("35");
        assertThat(invoice.delivery().date()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(invoice.lines().get(0).price().baseQuantity()).isEqualByComparingTo(BigDecimal.TEN);
    }

    @Test
    void keepsTheBytesOfAnAttachment() {
        ReceivedInvoice invoice = read(text("complete-ubl.xml")).invoice();

        assertThat(invoice.supportingDocuments()).hasSize(2);
        byte[] content =
                invoice.supportingDocuments().get(0).attachment().content().orElseThrow();
        assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo("data;godziny\n");
        assertThat(invoice.supportingDocuments().get(1).location()).isEqualTo("https://example.org/z2");
    }

    @Test
    void readsACreditNoteWithItsOwnElements() {
        String creditNote = text("complete-ubl.xml")
                .replace("i:Invoice", "i:CreditNote")
                .replace("xsd:Invoice-2", "xsd:CreditNote-2")
                .replace("a:InvoiceLine", "a:CreditNoteLine")
                .replace("InvoicedQuantity", "CreditedQuantity")
                .replace(
                        "<b:InvoiceTypeCode>380</b:InvoiceTypeCode>",
                        "<b:CreditNoteTypeCode>381</b:CreditNoteTypeCode>")
                .replace("<b:DueDate>2026-11-17</b:DueDate>", "")
                .replace(
                        "</b:PaymentMeansCode><b:PaymentID>",
                        "</b:PaymentMeansCode><b:PaymentDueDate>2026-11-17</b:PaymentDueDate><b:PaymentID>")
                .replaceAll("<a:ProjectReference>.*</a:ProjectReference>", "")
                .replace(
                        "<a:AdditionalDocumentReference><b:ID>Z-2",
                        "<a:AdditionalDocumentReference><b:ID>PR-1</b:ID><b:DocumentTypeCode>50</b:DocumentTypeCode>"
                                + "</a:AdditionalDocumentReference><a:AdditionalDocumentReference><b:ID>Z-2");

        ReceivedInvoice credit = read(creditNote).invoice();
        ReceivedInvoice invoice = read(text("complete-ubl.xml")).invoice();

        assertThat(credit.creditNote()).isTrue();
        assertThat(credit.typeCode()).isEqualTo("381");
        assertThat(credit.dueDate()).isEqualTo(invoice.dueDate());
        assertThat(credit.lines()).isEqualTo(invoice.lines());
        assertThat(credit.totals()).isEqualTo(invoice.totals());
        assertThat(credit.references()).isEqualTo(invoice.references());
        assertThat(credit.supportingDocuments()).isEqualTo(invoice.supportingDocuments());
    }

    @ParameterizedTest
    @CsvSource({"380, false", "381, true", "384, false", "326, false", "261, true"})
    void knowsACreditNoteByItsCodeToo(String code, boolean creditNote) {
        String text = text("complete-cii.xml").replace("<TypeCode>380<", "<TypeCode>" + code + "<");

        assertThat(read(text).invoice().creditNote()).isEqualTo(creditNote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-2", "windows-1250"})
    void readsEveryUsualEncoding(String encoding) {
        String text = text("complete-ubl.xml").replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"");

        EInvoice read = (EInvoice) READER.read(text.getBytes(Charset.forName(encoding)), "f.xml");

        assertThat(read.invoice().seller().address().city()).isEqualTo("Łódź");
    }

    @Test
    void readsAFileWithAByteOrderMark() {
        assertThat(read("\uFEFF" + text("complete-ubl.xml")).invoice().number()).isEqualTo("FV/2026/11/7");
    }

    @Test
    void readsAnInvoiceThatBreaksTheRulesAndSaysWhere() {
        EInvoice read = read(text("complete-ubl.xml").replace(">283.70<", ">300.00<"));

        assertThat(read.valid()).isFalse();
        assertThat(rules(read)).contains("BR-CO-15");
        Finding finding = read.findings().stream()
                .filter(each -> each.rule().equals("BR-CO-15"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.location()).isEqualTo("Invoice");
        assertThat(finding.text()).startsWith("Invoice total amount with VAT (BT-112)");
    }

    @Test
    void namesTheLineAFindingIsAbout() {
        EInvoice read = read(text("complete-ubl.xml").replace(">Szkolenie<", "> <"));

        assertThat(read.findings()).anySatisfy(finding -> assertThat(finding)
                .extracting(Finding::rule, Finding::location)
                .containsExactly("BR-25", "Invoice/InvoiceLine[2]"));
    }

    @Test
    void saysWhatItCannotReadAndCountsItAsMissing() {
        EInvoice read = read(text("complete-cii.xml")
                .replace(">20261103<", ">20261332<")
                .replace("<DuePayableAmount>201.00<", "<DuePayableAmount>1E999999999<"));

        assertThat(read.valid()).isFalse();
        assertThat(read.invoice().issueDate()).isNull();
        assertThat(read.invoice().totals().due()).isNull();
        assertThat(read.invoice().missing()).contains("BT-2", "BT-115");
        assertThat(rules(read)).contains("SIMBA-RULES");
        assertThat(read.findings())
                .filteredOn(finding -> finding.rule().equals("SIMBA-VALUE"))
                .extracting(Finding::text)
                .anySatisfy(text -> assertThat(text).isEqualTo("'20261332' is not a date that exists."))
                .anySatisfy(text -> assertThat(text).isEqualTo("'1E999999999' is not a number."));
    }

    @Test
    void showsAnInvoiceWithoutCurrencyWithNone() {
        EInvoice read =
                read(text("complete-ubl.xml").replace("<b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode>", ""));

        assertThat(read.invoice().currency()).isEqualTo(ReceivedInvoice.NO_CURRENCY);
        assertThat(read.invoice().missing()).contains("BT-5");
        assertThat(rules(read)).contains("BR-05");
    }

    @Test
    void noticesAnAmountInAnotherCurrency() {
        EInvoice read = read(text("complete-ubl.xml")
                .replace("<b:PayableAmount currencyID=\"EUR\"", "<b:PayableAmount currencyID=\"USD\""));

        assertThat(rules(read)).contains("SIMBA-CURRENCY");
        assertThat(read.valid()).isFalse();
    }

    @Test
    void saysWhereAFileBreaksTheSchema() {
        EInvoice read = read(text("complete-ubl.xml").replace("<b:ProfileID>", "<b:Unknown/><b:ProfileID>"));

        assertThat(read.findings()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("XSD");
            assertThat(finding.location()).startsWith("line ");
            assertThat(finding.text()).contains("Unknown").doesNotContain("urn:oasis");
        });
    }

    private static EInvoice read(String xml) {
        return (EInvoice) READER.read(xml.getBytes(StandardCharsets.UTF_8), "f.xml");
    }

    private static List<String> rules(EInvoice read) {
        return read.findings().stream().map(Finding::rule).toList();
    }

    private static String text(String file) {
        try (InputStream stream = EInvoiceContentReaderTest.class.getResourceAsStream("/e-invoice/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
