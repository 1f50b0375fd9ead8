package io.simbaerp.task.mail;

/** Mail was not taken by the server. */
public class MailFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Of of;

    /** What is at fault. */
    public enum Of {
        /** This mail, for good: trying again is of no use, such as for an address that isn't there. */
        MAIL,
        /** Something that may pass. */
        MOMENT,
        /** The server: nothing reaches it, so that other mail would fail as well. */
        SERVER
    }

    public MailFault(String message, Of of, Throwable cause) {
        super(message, cause);
        this.of = of;
    }

    public boolean lasting() {
        return of == Of.MAIL;
    }

    public boolean ofServer() {
        return of == Of.SERVER;
    }
}
