package io.simbaerp.approval.history;

import io.simbaerp.architecture.Actor;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody did to a matter before it came to a decision, and for which they don't decide it. */
public record PriorAct(UUID person, Kind kind, Instant at) {

    /** The kinds of work nobody approves after having done it. */
    public enum Kind {
        CODED_INVOICE,
        CHANGED_ACCOUNT,
        CONFIRMED_ACCOUNT,
        PROPOSED_RUN,
        SENT_RUN,
        PROPOSED_ENTRY,
        WROTE_TEXT,
        PROPOSED_SUPPLIER,
        CLAIMED_EXPENSE,
        CODED_EXPENSE,
        IS_PAYEE
    }

    /** Nothing if nobody did it, or no person. */
    public static Stream<PriorAct> of(@Nullable String actor, Kind kind, @Nullable Instant at) {
        return actor == null || at == null
                ? Stream.empty()
                : Actor.parse(actor).userId().stream().map(person -> new PriorAct(person, kind, at));
    }
}
