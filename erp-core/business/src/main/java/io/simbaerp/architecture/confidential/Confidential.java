package io.simbaerp.architecture.confidential;

/**
 * How the books speak of confidential documents: entries, items and payments stay whole for everybody, what tells of the
 * document itself is left out for whoever may not see it. For pieces of SQL; rows that shall not be seen at all stand
 * behind {@code simba.confidential_wall}.
 */
public final class Confidential {

    /** Stands in the place of a text that may not be seen. */
    public static final String UNSEEN = "•••";

    private Confidential() {}

    /** Whether the record in this column may not be seen; null where there is none. */
    public static String hides(String record) {
        return record + " in (select simba.hidden_records())";
    }

    /** The condition that leaves rows about unseen records out. */
    public static String without(String record) {
        return "(" + record + " is null or " + record + " not in (select simba.hidden_records()))";
    }

    /** The column, or nothing if the record may not be seen. */
    public static String orNothing(String record, String column) {
        return "case when " + hides(record) + " then null else " + column + " end";
    }

    /** The text in the column, or {@link #UNSEEN}. */
    public static String orUnseen(String record, String column) {
        return "case when " + hides(record) + " then '" + UNSEEN + "' else " + column + " end";
    }
}
