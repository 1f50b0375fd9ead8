package io.simbaerp.invoice.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            issue      | supply     | BT-7       | tax point  | operation  | VAT rate before
            2026-11-19 | 2026-11-18 | -          | 2026-11-18 | 2026-11-18 | 2026-11-18
            2026-11-19 | -          | -          | 2026-11-19 | 2026-11-19 | 2026-11-19
            2026-11-19 | 2026-11-18 | 2026-11-10 | 2026-11-10 | 2026-11-18 | 2026-11-10
            2026-11-19 | 2026-11-25 | -          | 2026-11-25 | 2026-11-19 | 2026-11-19
            2026-11-19 | 2026-10-31 | 2026-12-05 | 2026-12-05 | 2026-10-31 | 2026-11-19
            """, useHeadersInDisplayName = true)
    void eachDateHasItsOwnMeaning(
            String issue,
            @Nullable String supply,
            @Nullable String stated,
            LocalDate taxPoint,
            LocalDate operation,
            LocalDate vatRateBefore) {
        SampleInvoice invoice =
                SampleInvoice.to(null).issued(issue).supplied(supply).line("x", "1.00", "S", "23");
        if (stated != null) {
            invoice.taxPoint(stated);
        }

        InvoiceDates dates = InvoiceDates.of(invoice.build(), LocalDate.of(2026, 11, 20));

        assertThat(dates.taxPoint()).isEqualTo(taxPoint);
        assertThat(dates.operation()).isEqualTo(operation);
        assertThat(dates.vatRateDay()).isEqualTo(vatRateBefore);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            tax point  | received   | BT-8 | proposed | choices
            2026-11-18 | 2026-11-20 | -    | 2026-11  | 2026-11 2026-12 2027-01 2027-02
            2026-10-31 | 2026-11-02 | 35   | 2026-11  | 2026-11 2026-12 2027-01 2027-02
            2026-12-05 | 2026-11-20 | 3    | 2026-12  | 2026-12 2027-01 2027-02 2027-03
            2026-11-18 | 2026-11-20 | 432  | -        | 2026-11 2026-12 2027-01 2027-02
            2026-11-18 | 2026-11-20 | 72   | -        | 2026-11 2026-12 2027-01 2027-02
            """, useHeadersInDisplayName = true)
    void taxIsDeductedWhenItIsDueAndTheInvoiceIsHere(
            String taxPoint, LocalDate received, @Nullable String code, @Nullable String proposed, String choices) {
        InvoiceDates dates = InvoiceDates.of(
                SampleInvoice.to(null)
                        .taxPoint(taxPoint)
                        .line("x", "1.00", "S", "23")
                        .build(),
                received);

        assertThat(VatPeriod.proposed(dates, code)).isEqualTo(proposed);
        assertThat(VatPeriod.choices(dates)).containsExactly(choices.split(" "));
    }

    @Test
    void taxOfALaterMonthOrOfAPaymentToComeWaits() {
        LocalDate november = LocalDate.of(2026, 11, 30);

        assertThat(VatPeriod.isDeferred("2026-11", november)).isFalse();
        assertThat(VatPeriod.isDeferred("2026-10", november)).isFalse();
        assertThat(VatPeriod.isDeferred("2026-12", november)).isTrue();
        assertThat(VatPeriod.isDeferred(null, november)).isTrue();
    }

    @Test
    void aProposedMonthFollowsTheDayOfReceiptAndAChosenOneStays() {
        InvoiceDates dates = InvoiceDates.of(
                SampleInvoice.to(null).line("x", "1.00", "S", "23").build(), LocalDate.of(2026, 11, 20));
        LocalDate december = LocalDate.of(2026, 12, 1);

        assertThat(VatPeriod.after(dates, december, "2026-11", null)).isEqualTo("2026-12");
        assertThat(VatPeriod.after(dates, december, "2027-01", null)).isEqualTo("2027-01");
        assertThat(VatPeriod.after(dates, december, null, "432")).isNull();
    }
}
