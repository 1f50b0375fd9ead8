package io.simbaerp.page.list;

import org.jspecify.annotations.Nullable;

/**
 * A column of a list. Its head is the message {@code <words>.column.<key>}.
 *
 * @param sql the expression that is shown
 * @param beside a second expression the cell needs: the currency of an amount, the id behind a link
 * @param sort what it is sorted by, or null if it can't be
 * @param shown whether it is there until somebody chooses otherwise
 * @param words for words: the beginning of the message key; for links to other records: the address, ending in a slash
 * @param place classes of the cell, such as its place on a phone
 */
public record ListColumn(
        String key,
        Kind kind,
        String sql,
        @Nullable String beside,
        @Nullable ListSort sort,
        boolean shown,
        @Nullable String words,
        String place) {

    /** How a value is written. */
    public enum Kind {
        TEXT,
        /** Text that opens the row. */
        LINK,
        /** Text that leads to another record, whose id stands beside. */
        REFERENCE,
        /** A key that has a word in each language, with a colour where the list gives it one. */
        WORD,
        DATE,
        INSTANT,
        /** A figure with its currency beside. */
        AMOUNT,
        NUMBER,
        /** Written by the list itself. */
        OWN
    }

    public static ListColumn of(String key, Kind kind, String sql) {
        return new ListColumn(key, kind, sql, null, null, true, null, "");
    }

    public ListColumn beside(String expression) {
        return new ListColumn(key, kind, sql, expression, sort, shown, words, place);
    }

    public ListColumn sorted(ListSort by) {
        return new ListColumn(key, kind, sql, beside, by, shown, words, place);
    }

    /** Only shown to those who choose it. */
    public ListColumn onRequest() {
        return new ListColumn(key, kind, sql, beside, sort, false, words, place);
    }

    public ListColumn words(String beginning) {
        return new ListColumn(key, kind, sql, beside, sort, shown, beginning, place);
    }

    public ListColumn at(String classes) {
        return new ListColumn(key, kind, sql, beside, sort, shown, words, classes);
    }

    boolean right() {
        return kind == Kind.AMOUNT || kind == Kind.NUMBER;
    }
}
