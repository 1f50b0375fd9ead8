package io.simbaerp.invoice.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
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

    /** TypKorekty: one that counts from its original's date keeps its day and rate, a new event has a day of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            new event | supply     | original   | operation  | ledger before | VAT before
            false     | 2026-10-05 | 2026-10-07 | 2026-10-05 | 2026-10-05    | 2026-10-05
            false     | -          | 2026-10-07 | 2026-11-19 | 2026-10-07    | 2026-10-07
            false     | -          | -          | 2026-11-19 | 2026-11-19    | 2026-11-19
            true      | 2026-10-05 | 2026-10-07 | 2026-11-19 | 2026-11-19    | 2026-10-05
            true      | -          | 2026-10-07 | 2026-11-19 | 2026-11-19    | 2026-10-07
            """, useHeadersInDisplayName = true)
    void aCorrectionHasTheRatesOfItsOriginalUnlessItIsANewEvent(
            boolean newEvent,
            @Nullable LocalDate supply,
            @Nullable LocalDate original,
            LocalDate operation,
            LocalDate ledgerBefore,
            LocalDate vatBefore) {
        LocalDate issue = LocalDate.of(2026, 11, 19);
        InvoiceDates dates = new InvoiceDates(
                issue,
                null,
                supply,
                supply == null ? issue : supply,
                issue,
                null,
                new InvoiceDates.Corrected(newEvent, original));

        assertThat(dates.operation()).isEqualTo(operation);
        assertThat(dates.ledgerRateDay()).isEqualTo(ledgerBefore);
        assertThat(dates.vatRateDay()).isEqualTo(vatBefore);
    }

    /** VAT act art. 20(5) and 31a: the rate of the day before the invoice, or before the 15th of the month after the supply. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            issue      | supply     | BT-7       | tax point
            2026-11-19 | 2026-11-18 | -          | 2026-11-19
            2026-11-19 | 2026-10-02 | -          | 2026-11-15
            2026-11-15 | 2026-10-31 | -          | 2026-11-15
            2026-11-14 | 2026-10-31 | -          | 2026-11-14
            2026-11-19 | 2026-11-25 | -          | 2026-11-19
            2026-11-19 | -          | -          | 2026-11-19
            2027-01-20 | 2026-12-31 | -          | 2027-01-15
            2026-11-19 | 2026-11-18 | 2026-11-01 | 2026-11-19
            """, useHeadersInDisplayName = true)
    void anAcquisitionWithinTheEuIsTaxedWithItsInvoiceOrOnTheFifteenthAfterTheSupply(
            String issue, @Nullable String supply, @Nullable String stated, LocalDate taxPoint) {
        SampleInvoice invoice =
                SampleInvoice.to(null).issued(issue).supplied(supply).line("Papier", "1.00", "K", "0");
        if (stated != null) {
            invoice.taxPoint(stated);
        }
        InvoiceDates dates = InvoiceDates.of(invoice.build(), LocalDate.of(2027, 2, 1));
        assertThat(dates.taxPoint()).isEqualTo(taxPoint);
        assertThat(dates.vatRateDay()).isEqualTo(taxPoint);
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
        SampleInvoice sample = SampleInvoice.to(null).taxPoint(taxPoint).line("x", "1.00", "S", "23");
        ReceivedInvoice invoice = (code == null ? sample : sample.taxPointCode(code)).build();
        InvoiceDates dates = InvoiceDates.of(invoice, received);

        assertThat(VatPeriod.proposed(dates, invoice)).isEqualTo(proposed);
        assertThat(VatPeriod.choices(dates, invoice)).containsExactly(choices.split(" "));
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
        ReceivedInvoice invoice =
                SampleInvoice.to(null).line("x", "1.00", "S", "23").build();
        ReceivedInvoice onPayment = SampleInvoice.to(null)
                .taxPointCode("432")
                .line("x", "1.00", "S", "23")
                .build();
        InvoiceDates dates = InvoiceDates.of(invoice, LocalDate.of(2026, 11, 20));
        LocalDate december = LocalDate.of(2026, 12, 1);

        assertThat(VatPeriod.after(dates, december, month("2026-11"), invoice)).isEqualTo(month("2026-12"));
        assertThat(VatPeriod.after(dates, december, month("2027-01"), invoice)).isEqualTo(month("2027-01"));
        assertThat(VatPeriod.after(dates, december, month(null), onPayment)).isEqualTo(month(null));
    }

    @Test
    void aCorrectionMayCountInAnyMonthSinceItsOriginal() {
        ReceivedInvoice creditNote = SampleInvoice.to(null)
                .creditNote()
                .taxPoint("2026-08-10")
                .line("x", "1.00", "S", "23")
                .build();
        InvoiceDates dates = InvoiceDates.of(creditNote, LocalDate.of(2026, 11, 20));

        assertThat(VatPeriod.proposed(dates, creditNote)).isEqualTo("2026-11");
        assertThat(VatPeriod.choices(dates, creditNote))
                .containsExactly("2026-08", "2026-09", "2026-10", "2026-11", "2026-12", "2027-01", "2027-02");
    }

    private static VatPeriod.Choice month(@Nullable String month) {
        return new VatPeriod.Choice(month, null);
    }
}
