package io.simbaerp.expense.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which months the law lets the tax of a claimed invoice be deducted. */
class VatMonthTest {

    @ParameterizedTest(name = "spent {0}, here {1}, today {2}: {3} to {4}")
    @CsvSource({
        "2026-11-18, 2026-11-20, 2026-11-20, 2026-11, 2026-11",
        "2026-10-30, 2026-11-02, 2026-11-20, 2026-11, 2026-11",
        "2026-08-30, 2026-08-31, 2026-11-20, 2026-08, 2026-11",
        "2026-06-10, 2026-06-12, 2026-11-20, 2026-06, 2026-09",
        "2025-12-31, 2026-01-01, 2026-02-01, 2026-01, 2026-02"
    })
    void notBeforeTheInvoiceWasHereAtMostThreeMonthsLaterAndNeverToCome(
            LocalDate spent, LocalDate received, LocalDate today, String first, String last) {
        List<YearMonth> choices = VatMonth.choices(spent, received, today);
        assertThat(choices.get(0)).isEqualTo(YearMonth.parse(first));
        assertThat(choices.get(choices.size() - 1)).isEqualTo(YearMonth.parse(last));
        assertThat(choices).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest(name = "posted {0}: {1}")
    @CsvSource({"2026-07-31, 2026-08", "2026-09-15, 2026-09", "2026-10-01, 2026-10", "2027-01-15, 2026-11"})
    void thePostingDateChoosesAmongThem(LocalDate posted, String month) {
        List<YearMonth> choices =
                VatMonth.choices(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 5), LocalDate.of(2026, 11, 20));
        assertThat(VatMonth.from(posted, choices).get(0)).isEqualTo(YearMonth.parse(month));
    }
}
