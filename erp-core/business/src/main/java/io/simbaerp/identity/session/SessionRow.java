package io.simbaerp.identity.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place where somebody is signed in.
 *
 * @param name by which it is ended; it doesn't open the session
 * @param device browser and system in a few words, such as {@code Firefox, Linux}
 * @param own whether it is the session this is asked from
 */
public record SessionRow(
        String name,
        String login,
        String person,
        String device,
        String address,
        @Nullable Instant signedInAt,
        Instant lastUsedAt,
        boolean own) {}
