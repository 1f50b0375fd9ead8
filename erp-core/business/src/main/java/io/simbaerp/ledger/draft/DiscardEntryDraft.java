package io.simbaerp.ledger.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays an unfinished entry aside: it is listed no more, and can be taken back for a week. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class DiscardEntryDraft {

    private static final Period KEPT = Period.ofDays(7);

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    DiscardEntryDraft(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Only the person's own; those discarded more than a week ago go for good.
     *
     * @throws NotFound if the person has no such draft
     */
    public void discard(UUID id) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new NotFound("entry-draft", id));
        Instant now = clock.instant();
        int discarded = jdbc.sql("update ledger.entry_draft set discarded_at = coalesce(discarded_at, ?)"
                        + " where company_id = ? and id = ? and person = ?")
                .params(now.atOffset(ZoneOffset.UTC), currentActor.company().value(), id, person)
                .update();
        if (discarded == 0) {
            throw new NotFound("entry-draft", id);
        }
        jdbc.sql("delete from ledger.entry_draft where company_id = ? and person = ? and discarded_at < ?")
                .params(currentActor.company().value(), person, now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
