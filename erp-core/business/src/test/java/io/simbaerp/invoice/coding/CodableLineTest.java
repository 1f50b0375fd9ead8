package io.simbaerp.invoice.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodableLineTest {

    @Test
    void asksForEveryLineAndEveryAllowance() {
        ReceivedInvoice invoice = SampleInvoice.to(null)
                .line("Transport", "100.00", "S", "23")
                .line("Postój", "50.00", "S", "8")
                .allowance("rabat", "10.00", "S", "23")
                .build();

        assertThat(CodableLine.of(invoice).stream().map(CodableLineTest::text))
                .containsExactly("1 Transport 100.00 PLN", "2 Postój 50.00 PLN", "A1 rabat -10.00 PLN");
    }

    @Test
    void takesPrepaymentAndRoundingOutOfTheBalance() {
        ReceivedInvoice invoice = SampleInvoice.to(null)
                .line("Transport", "100.01", "S", "23")
                .prepaid("50.00")
                .rounding("-0.01")
                .build();

        assertThat(CodableLine.of(invoice)).hasSize(1);
    }

    @Test
    void makesALineOfWhatTheTotalHoldsBeyondTheLines() {
        ReceivedInvoice invoice =
                SampleInvoice.to(null).line("Transport", "100.00", "S", "23").build();
        InvoiceTotals totals = invoice.totals();
        ReceivedInvoice wrong = withTotals(
                invoice,
                new InvoiceTotals(
                        totals.lines(),
                        null,
                        null,
                        totals.withoutVat(),
                        totals.vat(),
                        null,
                        totals.withVat(),
                        null,
                        null,
                        Money.of("125.50", "PLN")));

        assertThat(CodableLine.of(wrong).stream().map(CodableLineTest::text))
                .containsExactly("1 Transport 100.00 PLN", "D  2.50 PLN");
    }

    @Test
    void allowancesOfADocumentWithoutLinesAreInItsBreakdownAlready() {
        ReceivedInvoice invoice = SampleInvoice.to(null)
                .line("Transport", "100.00", "S", "23")
                .allowance("rabat", "10.00", "S", "23")
                .build();

        assertThat(CodableLine.of(of(invoice, invoice.totals(), List.of(), invoice.vatBreakdown())).stream()
                        .map(CodableLineTest::text))
                .containsExactly("V1  90.00 PLN");
    }

    @Test
    void aDocumentThatStatesItsSumsAloneIsCodedOnItsTotal() {
        ReceivedInvoice invoice =
                SampleInvoice.to(null).line("Transport", "100.00", "S", "23").build();
        InvoiceTotals totals = new InvoiceTotals(
                null, null, null, pln("100.00"), pln("23.00"), null, pln("123.00"), null, null, pln("23.00"));
        ReceivedInvoice sums = of(invoice, totals, List.of(), List.of());

        assertThat(CodableLine.of(sums).stream().map(CodableLineTest::text)).containsExactly("V1  100.00 PLN");
        assertThat(sums.prepaid()).isEqualTo(pln("100.00"));
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    private static String text(CodableLine line) {
        return line.key() + " " + line.text() + " " + line.net();
    }

    private static ReceivedInvoice withTotals(ReceivedInvoice invoice, InvoiceTotals totals) {
        return of(invoice, totals, invoice.lines(), invoice.vatBreakdown());
    }

    private static ReceivedInvoice of(
            ReceivedInvoice of, InvoiceTotals totals, List<InvoiceLine> lines, List<VatBreakdown> vatBreakdown) {
        return new ReceivedInvoice(
                of.creditNote(),
                of.number(),
                of.issueDate(),
                of.typeCode(),
                of.currency(),
                null,
                null,
                null,
                of.dueDate(),
                of.references(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                of.seller(),
                of.buyer(),
                null,
                null,
                null,
                null,
                null,
                of.allowances(),
                of.charges(),
                totals,
                vatBreakdown,
                List.of(),
                lines,
                null);
    }
}
