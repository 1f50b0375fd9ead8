package io.simbaerp.task.mail;

import java.time.Instant;
import java.util.UUID;

/** Port to whoever knows when mail may come to a person, besides the code they asked for themself. */
public interface MailTimes {

    /** The first moment from now on at which it may; now itself where it may at once. */
    Instant mayCome(UUID person, DueMail.Purpose purpose, Instant now);
}
