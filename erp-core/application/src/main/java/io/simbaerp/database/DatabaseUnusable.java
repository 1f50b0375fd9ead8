package io.simbaerp.database;

/** The program can't work with the data folder or the database it was given. Says why and what to do. */
public class DatabaseUnusable extends RuntimeException {

    private final String remedy;

    DatabaseUnusable(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    DatabaseUnusable(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What the operator can do about it. */
    public String remedy() {
        return remedy;
    }
}
