package io.simbaerp.identity.substitution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One substitution, from either side.
 *
 * @param arrangedBy the administrator or superior who arranged it; nobody where the person did
 * @param documentTypes which documents it is about; none for all
 * @param hundredths the most an act may be about, in hundredths of the company's currency
 */
public record SubstitutionView(
        UUID id,
        UUID person,
        String personName,
        UUID substitute,
        String substituteName,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable Long hundredths,
        String reason,
        @Nullable String arrangedBy,
        SubstitutionMode mode,
        List<String> documentTypes,
        State state,
        @Nullable Instant endedAt) {

    /** Where it stands today. */
    public enum State {
        /** Begins on a later day. */
        COMING,
        /** The substitute may act. */
        WORKS,
        /** Would put conflicting duties into one hand by now, or the person holds nothing any more. */
        STOPPED,
        /** Its last day is over. */
        OVER,
        /** Ended before its last day. */
        ENDED
    }

    /** Whether there is anything to end. */
    public boolean running() {
        return state == State.COMING || state == State.WORKS || state == State.STOPPED;
    }
}
