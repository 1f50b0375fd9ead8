package io.simbaerp.task.mail;

import java.util.Optional;

/** Port to those who know what mail says: it is asked as the person who gets it. */
public interface MailWriter {

    boolean writes(DueMail.Purpose purpose);

    /** Nothing if there is nothing to say any more. */
    Optional<Mail.Content> write(DueMail mail);
}
