package io.simbaerp.expense.reckoning;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * A domestic business trip, as its daily allowance is reckoned (regulation of 29 January 2013, par. 7).
 *
 * @param breakfasts that somebody else paid; lunches and dinners alike
 */
public record Trip(LocalDateTime from, LocalDateTime until, int breakfasts, int lunches, int dinners) {

    private static final int LONGEST_DAYS = 90;
    private static final long HOURS_OF_A_DAY = 24;
    private static final Duration EIGHT_HOURS = Duration.ofHours(8);
    private static final Duration TWELVE_HOURS = Duration.ofHours(12);
    private static final BigDecimal HALF_SHARE = new BigDecimal("0.5");
    private static final BigDecimal QUARTER_SHARE = new BigDecimal("0.25");

    /** @throws RuleViolation expense.trip-wrong, expense.meals-wrong */
    public Trip {
        if (!from.isBefore(until) || from.plusDays(LONGEST_DAYS).isBefore(until)) {
            throw RuleViolation.ofField("until", "expense.trip-wrong", LONGEST_DAYS);
        }
        int days = (int) Duration.between(from, until).plusHours(HOURS_OF_A_DAY).toDays() + 1;
        if (Math.min(breakfasts, Math.min(lunches, dinners)) < 0
                || Math.max(breakfasts, Math.max(lunches, dinners)) > days) {
            throw RuleViolation.ofField("breakfasts", "expense.meals-wrong", days);
        }
    }

    /**
     * How many daily allowances it gives. Up to a day: none below 8 hours, half from 8 to 12, a whole one above. Longer:
     * one for each day and, for a day begun, half up to 8 hours and a whole one above. A breakfast or a dinner that was
     * free takes a quarter of one, a lunch half; it never becomes negative.
     */
    public BigDecimal allowances() {
        BigDecimal reduced = earned().subtract(QUARTER_SHARE.multiply(BigDecimal.valueOf((long) breakfasts + dinners)))
                .subtract(HALF_SHARE.multiply(BigDecimal.valueOf(lunches)));
        return reduced.max(BigDecimal.ZERO);
    }

    private BigDecimal earned() {
        Duration whole = Duration.between(from, until);
        long days = whole.toHours() / HOURS_OF_A_DAY;
        Duration rest = whole.minusHours(days * HOURS_OF_A_DAY);
        if (days == 0) {
            return rest.compareTo(EIGHT_HOURS) < 0
                    ? BigDecimal.ZERO
                    : rest.compareTo(TWELVE_HOURS) <= 0 ? HALF_SHARE : BigDecimal.ONE;
        }
        BigDecimal begun =
                rest.isZero() ? BigDecimal.ZERO : rest.compareTo(EIGHT_HOURS) <= 0 ? HALF_SHARE : BigDecimal.ONE;
        return begun.add(BigDecimal.valueOf(days));
    }
}
