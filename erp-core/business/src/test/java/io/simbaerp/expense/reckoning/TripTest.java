package io.simbaerp.expense.reckoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Daily allowances of domestic trips, as the regulation of 29 January 2013 counts them in its paragraph 7. */
class TripTest {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 16, 8, 0);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # minutes, breakfasts, lunches, dinners, allowances
            479,  0, 0, 0, 0
            480,  0, 0, 0, 0.5
            720,  0, 0, 0, 0.5
            721,  0, 0, 0, 1
            1439, 0, 0, 0, 1
            1440, 0, 0, 0, 1
            1441, 0, 0, 0, 1.5
            1920, 0, 0, 0, 1.5
            1921, 0, 0, 0, 2
            2880, 0, 0, 0, 2
            2880, 1, 1, 1, 1
            2880, 2, 2, 2, 0
            480,  0, 1, 1, 0
            """)
    void allowancesFollowTheHoursAndTheMealsThatWereFree(
            int minutes, int breakfasts, int lunches, int dinners, BigDecimal allowances) {
        Trip trip = new Trip(START, START.plusMinutes(minutes), breakfasts, lunches, dinners);
        assertThat(trip.allowances()).isEqualByComparingTo(allowances);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, expense.trip-wrong",
        "-60, 0, expense.trip-wrong",
        "200000, 0, expense.trip-wrong",
        "600, -1, expense.meals-wrong",
        "600, 4, expense.meals-wrong"
    })
    void whatNoTripCanBeIsRefused(int minutes, int meals, String rule) {
        assertThatThrownBy(() -> new Trip(START, START.plusMinutes(minutes), meals, 0, 0))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo(rule));
    }
}
