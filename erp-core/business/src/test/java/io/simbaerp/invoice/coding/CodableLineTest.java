package io.simbaerp.invoice.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
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

    private static String text(CodableLine line) {
        return line.key() + " " + line.text() + " " + line.net();
    }

    private static ReceivedInvoice withTotals(ReceivedInvoice of, InvoiceTotals totals) {
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
                List.of(),
                List.of(),
                totals,
                of.vatBreakdown(),
                List.of(),
                of.lines(),
                null);
    }
}
