package io.simbaerp.identity.separation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds both sides of a conflict nevertheless.
 *
 * @param requestedBy actor as text, as are the others
 */
public record DutyException(
        UUID id,
        UUID user,
        String person,
        DutyConflict conflict,
        String reason,
        String requestedBy,
        LocalDate endsOn,
        @Nullable String approvedBy,
        State state) {

    /** Where it stands. */
    public enum State {
        REQUESTED,
        APPROVED,
        ENDED,
        WITHDRAWN
    }
}
