package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail with everything it says.
 *
 * @param event the event's name in words; its sentence is {@code event.<name>}
 * @param outcome DONE or REFUSED
 * @param reason why, where whoever did it said so; for a refusal the rule
 * @param record which kind of record changed, such as {@code party.bank-account}; null if it tells no change
 */
public record TrailRecord(
        UUID id,
        Instant at,
        Actor actor,
        @Nullable Actor onBehalfOf,
        String event,
        String outcome,
        Subject subject,
        Source source,
        @Nullable String reason,
        @Nullable String record,
        List<FieldChange> changes) {

    /**
     * Where it came from.
     *
     * @param session a fingerprint of session or token
     * @param work the transaction it happened in
     */
    public record Source(
            String channel,
            @Nullable String address,
            @Nullable String session,
            @Nullable UUID work) {}

    TrailRecord with(List<FieldChange> read) {
        return new TrailRecord(id, at, actor, onBehalfOf, event, outcome, subject, source, reason, record, read);
    }
}
