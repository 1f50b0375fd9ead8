package io.simbaerp.payment.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.money.CurrencyCode;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24", "2024, 2024-03-31", "2025, 2025-04-20",
        "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25", "2049, 2049-04-18", "2076, 2076-04-19"
    })
    void knowsEaster(int year, LocalDate sunday) {
        assertThat(BankDays.easter(year)).isEqualTo(sunday);
    }

    /** The day wanted, and the first day on which banks move PLN and euro. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # wanted,   PLN,        EUR
            2026-11-20, 2026-11-20, 2026-11-20
            2026-11-21, 2026-11-23, 2026-11-23
            2026-11-11, 2026-11-12, 2026-11-11
            2026-12-24, 2026-12-28, 2026-12-24
            2026-12-25, 2026-12-28, 2026-12-28
            2027-01-01, 2027-01-04, 2027-01-04
            2027-01-06, 2027-01-07, 2027-01-06
            2027-03-26, 2027-03-26, 2027-03-30
            2027-03-29, 2027-03-30, 2027-03-30
            2026-05-01, 2026-05-04, 2026-05-04
            2027-05-03, 2027-05-04, 2027-05-03
            2027-05-27, 2027-05-28, 2027-05-27
            2025-08-15, 2025-08-18, 2025-08-15
            2029-11-01, 2029-11-02, 2029-11-01
            """)
    void movesADayOnWhichBanksAreClosedForward(LocalDate wanted, LocalDate pln, LocalDate eur) {
        assertThat(BankDays.of(CurrencyCode.PLN).onOrAfter(wanted)).isEqualTo(pln);
        assertThat(BankDays.of(CurrencyCode.EUR).onOrAfter(wanted)).isEqualTo(eur);
    }
}
