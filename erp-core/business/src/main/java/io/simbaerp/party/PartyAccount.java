package io.simbaerp.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bank account of a partner. Only a confirmed one may be paid to.
 *
 * @param source where it came from: {@code document:<id>}, {@code white-list:<request>}, {@code person:<id>} or another actor
 * @param payableFrom the first day on which it may be paid to; nothing if it has no cool-off, or somebody waived it
 * @param proposedBy the actor who proposed it, and can't confirm it
 * @param proposedFor for whom, where one person acted for another; nor can they
 */
public record PartyAccount(
        UUID id,
        String iban,
        String source,
        boolean confirmed,
        String proposedBy,
        @Nullable String proposedFor,
        Instant proposedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable LocalDate payableFrom) {

    /** Whether its cool-off is over by that day. */
    public boolean isPayableOn(LocalDate day) {
        return confirmed && (payableFrom == null || !payableFrom.isAfter(day));
    }
}
