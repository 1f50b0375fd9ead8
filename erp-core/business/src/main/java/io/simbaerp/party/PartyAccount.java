package io.simbaerp.party;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of a partner. Only a confirmed one may be paid to.
 *
 * @param source where it came from: {@code document:<id>}, {@code person:<id>} or another actor
 * @param proposedBy the actor who proposed it, and can't confirm it
 */
public record PartyAccount(
        UUID id,
        String iban,
        String source,
        boolean confirmed,
        String proposedBy,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {}
