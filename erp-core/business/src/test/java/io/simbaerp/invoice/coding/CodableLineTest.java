package io.simbaerp.invoice.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        ReceivedInvoice sums = sumsAlone(invoice, "100.00", "23.00", "123.00", null, "23.00");

        assertThat(CodableLine.of(sums).stream().map(CodableLineTest::text)).containsExactly("V1  100.00 PLN");
        assertThat(sums.prepaid()).isEqualTo(pln("100.00"));
    }

    @Test
    void whatIsDueBeyondATotalThatStandsAloneHasToBeExplained() {
        ReceivedInvoice invoice =
                SampleInvoice.to(null).line("Transport", "100.00", "S", "23").build();
        ReceivedInvoice more = sumsAlone(invoice, "100.00", "0.00", "100.00", null, "150.00");
        ReceivedInvoice less = sumsAlone(invoice, "-100.00", "0.00", "-100.00", null, "-150.00");

        assertThat(more.prepaid()).isNull();
        assertThat(CodableLine.of(more).stream().map(CodableLineTest::text))
                .containsExactly("V1  100.00 PLN", "D  50.00 PLN");
        assertThat(less.prepaid()).isNull();
        assertThat(CodableLine.of(less).stream().map(CodableLineTest::text))
                .containsExactly("V1  -100.00 PLN", "D  -50.00 PLN");
    }

    @Test
    void whatATotalThatStandsAloneIsRoundedByWasNotPrepaid() {
        ReceivedInvoice invoice =
                SampleInvoice.to(null).line("Transport", "100.00", "S", "23").build();
        ReceivedInvoice rounded = sumsAlone(invoice, "81.30", "18.70", "100.00", "-0.02", "99.98");
        ReceivedInvoice both = sumsAlone(invoice, "81.30", "18.70", "100.00", "-0.02", "39.98");

        assertThat(rounded.prepaid()).isNull();
        assertThat(CodableLine.of(rounded).stream().map(CodableLineTest::text)).containsExactly("V1  81.30 PLN");
        assertThat(both.prepaid()).isEqualTo(pln("60.00"));
        assertThat(CodableLine.of(both).stream().map(CodableLineTest::text)).containsExactly("V1  81.30 PLN");
    }

    private static ReceivedInvoice sumsAlone(
            ReceivedInvoice invoice, String net, String vat, String gross, @Nullable String rounding, String due) {
        InvoiceTotals totals = new InvoiceTotals(
                null,
                null,
                null,
                pln(net),
                pln(vat),
                null,
                pln(gross),
                null,
                rounding == null ? null : pln(rounding),
                pln(due));
        return of(invoice, totals, List.of(), List.of());
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
