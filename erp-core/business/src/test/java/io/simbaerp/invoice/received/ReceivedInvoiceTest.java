package io.simbaerp.invoice.received;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReceivedInvoiceTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void comesBackFromJsonAsItWas() {
        ReceivedInvoice invoice = invoice("FV/7/2026", Money.of("123.00", "PLN"));

        String text = json.writeValueAsString(invoice);

        assertThat(json.readValue(text, ReceivedInvoice.class)).isEqualTo(invoice);
        assertThat(text).doesNotContain("cGxlYXNl").contains("\"size\":6");
    }

    @Test
    void keepsTheBytesOfAnAttachmentOutOfJsonOnly() {
        Attachment attachment = attachment();

        Attachment back = json.readValue(json.writeValueAsString(attachment), Attachment.class);

        assertThat(attachment.content())
                .hasValueSatisfying(bytes -> assertThat(bytes).hasSize(6));
        assertThat(back.content()).isEmpty();
        assertThat(back.size()).isEqualTo(6);
    }

    @Test
    void namesTheTermsItCannotBeBookedWithout() {
        assertThat(invoice("FV/7/2026", Money.of("123.00", "PLN")).missing()).isEmpty();
        assertThat(invoice(null, null).missing()).containsExactly("BT-1", "BT-115");
    }

    @Test
    void keepsWhatAStructuredInvoiceStatesBesides() {
        ReceivedInvoice invoice = PolishSample.correction();

        ReceivedInvoice back = json.readValue(json.writeValueAsString(invoice), ReceivedInvoice.class);

        assertThat(back).isEqualTo(invoice);
        assertThat(back.corrects()).isTrue();
        assertThat(back.splitPayment()).isTrue();
        assertThat(back.cashMethod()).isFalse();
        assertThat(back.selfBilled()).isFalse();
    }

    private static Attachment attachment() {
        return new Attachment("hours.csv", "text/csv", "please".getBytes(StandardCharsets.US_ASCII));
    }

    static ReceivedInvoice invoice(@Nullable String number, @Nullable Money due) {
        Money net = Money.of("100.00", "PLN");
        Money tax = Money.of("23.00", "PLN");
        Money gross = Money.of("123.00", "PLN");
        PostalAddress address = new PostalAddress("ul. Nowa 1", null, null, "Łódź", "90-001", null, "PL");
        return new ReceivedInvoice(
                false,
                number,
                LocalDate.of(2026, 11, 3),
                "380",
                CurrencyCode.PLN,
                null,
                null,
                null,
                LocalDate.of(2026, 11, 17),
                new InvoiceReferences(
                        "B-1", null, null, "PO-9", null, null, null, null, Identifier.of("meter 5", "AVE"), null),
                "14 dni",
                List.of(new InvoiceNote("AAI", "Dziękujemy")),
                "P1",
                "urn:cen.eu:en16931:2017",
                List.of(new PrecedingInvoice("FV/6/2026", LocalDate.of(2026, 10, 1))),
                new Seller(
                        "Dostawca",
                        null,
                        List.of(Identifier.of("5901234123457", "0088")),
                        null,
                        "PL5260250274",
                        null,
                        null,
                        null,
                        address,
                        new ContactPerson("Ola", null, null)),
                new Buyer("My", null, null, null, "PL5260250274", null, address, null),
                new Payee("Faktor", null, null),
                null,
                new Delivery(null, null, LocalDate.of(2026, 11, 1), address),
                new InvoicingPeriod(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                new PaymentInstructions(
                        "30",
                        null,
                        "FV/7/2026",
                        List.of(new PaymentInstructions.CreditTransfer("PL61109010140000071219812874", null, null)),
                        null,
                        null),
                List.of(),
                List.of(new AllowanceOrCharge(net, null, null, "S", new BigDecimal("23"), "freight", "FC")),
                new InvoiceTotals(net, null, null, net, tax, null, gross, null, null, due),
                List.of(new VatBreakdown(net, tax, "S", new BigDecimal("23.00"), null, null)),
                List.of(new SupportingDocument("1", null, null, attachment())),
                List.of(new InvoiceLine(
                        "1",
                        null,
                        null,
                        BigDecimal.ONE,
                        "C62",
                        net,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new InvoiceLine.Price(net, null, null, null, null),
                        "S",
                        new BigDecimal("23"),
                        new InvoiceItem(
                                "Usługa",
                                null,
                                null,
                                null,
                                null,
                                List.of(new Identifier("62010000", "STI", "2008")),
                                "PL",
                                List.of(new InvoiceItem.Attribute("Kolor", "żółty"))),
                        null)),
                null);
    }
}
