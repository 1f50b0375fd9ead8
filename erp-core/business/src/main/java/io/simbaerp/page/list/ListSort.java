package io.simbaerp.page.list;

import io.simbaerp.architecture.RuleViolation;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What a column is sorted by: an expression that is never null and that an index holds together with the row's id.
 *
 * @param unique whether no two rows of a company have the same value, so that the id need not decide
 */
public record ListSort(String sql, Type type, boolean unique) {

    /** How a value is written into the address of the next page and read back. */
    public enum Type {
        TEXT("text"),
        NUMBER("bigint"),
        /** Shown in the order of its index, though a deep page is read from the top. */
        DECIMAL("numeric"),
        DATE("date"),
        INSTANT("timestamptz");

        private final String database;

        Type(String database) {
            this.database = database;
        }
    }

    public static ListSort by(String sql, Type type) {
        return new ListSort(sql, type, false);
    }

    public static ListSort byUnique(String sql, Type type) {
        return new ListSort(sql, type, true);
    }

    String bound() {
        return "cast(:afterValue as " + type.database + ")";
    }

    /** Refuses what PostgreSQL couldn't read. */
    void check(String value) {
        try {
            switch (type) {
                case NUMBER -> Long.parseLong(value);
                case DECIMAL -> {
                    if (!value.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
                        throw new NumberFormatException(value);
                    }
                }
                case DATE -> LocalDate.parse(value);
                case INSTANT -> {
                    if (!value.matches(
                            "\\d{4,5}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?[+-]\\d\\d(:\\d\\d)?")) {
                        throw new DateTimeException(value);
                    }
                }
                default -> {
                    // Any text is a text.
                }
            }
        } catch (NumberFormatException | DateTimeException e) {
            throw RuleViolation.ofField("after", "list.after-unknown");
        }
    }
}
