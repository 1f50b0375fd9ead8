package io.simbaerp.task.mail;

/** Port to whatever carries mail out of the house. */
public interface MailCarrier {

    /** Whether a server and a sender are configured. */
    boolean ready();

    /** @throws MailFault if it was not taken */
    void carry(Mail mail);
}
