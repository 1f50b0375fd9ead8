package io.simbaerp.expense.policy;

import java.util.List;
import java.util.UUID;

/**
 * Something about a line that whoever claims and whoever approves should know. It forbids nothing.
 *
 * @param args what fills its sentence {@code expense.finding.<kind>}
 */
public record Finding(UUID lineId, Kind kind, List<Object> args) {

    /** What there is to know. */
    public enum Kind {
        /** The same receipt, byte for byte, stands in another line. */
        SAME_RECEIPT,
        /** Another line has the same day, amount and merchant. */
        SAME_EXPENSE,
        /** The invoice is among the purchase invoices: it is paid, and its tax deducted, there. */
        REGISTERED,
        ABOVE_LIMIT,
        /** There is no receipt, for a stated reason. */
        NO_RECEIPT,
        TOO_OLD,
        OUTSIDE_DAYS
    }

    public Finding {
        args = List.copyOf(args);
    }
}
