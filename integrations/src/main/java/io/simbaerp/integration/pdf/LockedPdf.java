package io.simbaerp.integration.pdf;

/** A PDF that opens only with a password nobody told us, or is locked in a way we can't undo safely. */
public final class LockedPdf extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockedPdf(Throwable cause) {
        super("The PDF is protected by a password and cannot be read.", cause);
    }

    LockedPdf() {
        super("The PDF is protected by a password and cannot be read.");
    }

    /** What is said about it. */
    public String inWords() {
        return "The PDF is protected by a password and cannot be read.";
    }
}
