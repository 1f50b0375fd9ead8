package io.simbaerp.expense.reckoning;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;

/**
 * A drive with one's own vehicle.
 *
 * @param quantity how many kilometres
 * @param route from where to where
 */
public record Drive(Vehicle vehicle, BigDecimal quantity, String route) {

    private static final int LONGEST = 9999;
    private static final int LONGEST_ROUTE = 300;

    /** The vehicles that have rates of their own (regulation of 25 March 2002, par. 2). */
    public enum Vehicle {
        /** A car above 900 cm3. */
        CAR,
        /** A car up to 900 cm3. */
        SMALL_CAR,
        MOTORCYCLE,
        MOPED
    }

    /** @throws RuleViolation expense.kilometres-wrong, expense.route-missing */
    public Drive {
        route = route.strip();
        if (quantity.signum() <= 0
                || quantity.compareTo(BigDecimal.valueOf(LONGEST)) > 0
                || quantity.stripTrailingZeros().scale() > 1) {
            throw RuleViolation.ofField("kilometres", "expense.kilometres-wrong", LONGEST);
        }
        if (route.isEmpty() || route.length() > LONGEST_ROUTE) {
            throw RuleViolation.ofField("route", "expense.route-missing", LONGEST_ROUTE);
        }
    }
}
