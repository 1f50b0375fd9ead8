package io.simbaerp.task.mail;

/** Mail was not taken by the server. */
public class MailFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean lasting;

    /** @param lasting whether trying again is of no use, such as for an address that isn't there */
    public MailFault(String message, boolean lasting, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    public boolean lasting() {
        return lasting;
    }
}
