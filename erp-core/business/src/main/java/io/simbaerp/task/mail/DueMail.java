package io.simbaerp.task.mail;

import java.util.List;
import java.util.UUID;

/**
 * Mail that is due: one notice, or all of a digest.
 *
 * @param ids what is sent by it
 * @param notices what it tells of
 * @param attempts how often it was tried, this time included
 */
public record DueMail(List<UUID> ids, UUID person, Purpose purpose, List<UUID> notices, int attempts) {

    /** What mail is for. */
    public enum Purpose {
        NOTICE,
        DIGEST,
        CODE
    }
}
