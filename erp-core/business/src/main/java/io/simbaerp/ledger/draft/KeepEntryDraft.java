package io.simbaerp.ledger.draft;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps an entry as far as it was typed; what was kept of it before is replaced. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class KeepEntryDraft {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_DRAFTS = 100;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    KeepEntryDraft(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * @param id the key of the form, by which the entry is posted once
     * @return when it was kept
     * @throws RuleViolation entry-draft.too-long, entry-draft.too-many
     * @throws Conflict entry-draft.finished if it was posted or proposed, or is another person's
     */
    public Instant keep(UUID id, Map<String, List<String>> fields) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new Conflict("entry-draft.finished"));
        String json = EntryDrafts.JSON.writeValueAsString(fields);
        if (json.length() > MOST_CHARACTERS) {
            throw new RuleViolation("entry-draft.too-long", MOST_CHARACTERS);
        }
        Instant now = clock.instant();
        if (store(id, person, json, now) == 0) {
            throw isFull(person)
                    ? new RuleViolation("entry-draft.too-many", MOST_DRAFTS)
                    : new Conflict("entry-draft.finished");
        }
        return now;
    }

    /** A draft that is there goes on at any time; a further one has its limit. */
    private int store(UUID id, UUID person, String json, Instant now) {
        return jdbc.sql("""
                        insert into ledger.entry_draft (company_id, id, person, fields, saved_at)
                        select :company, d.id, :person, cast(:fields as jsonb), :now
                          from (select cast(:id as uuid) as id) d
                         where (exists (select from ledger.entry_draft o where o.company_id = :company and o.id = d.id)
                                or (select count(*) from ledger.entry_draft o
                                     where o.company_id = :company and o.person = :person
                                       and o.discarded_at is null) < :most)
                           and %s
                        on conflict (company_id, id)
                        do update set fields = excluded.fields, saved_at = excluded.saved_at, discarded_at = null
                         where entry_draft.person = excluded.person""".formatted(EntryDrafts.UNFINISHED))
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("person", person)
                .param("fields", json)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST_DRAFTS)
                .update();
    }

    private boolean isFull(UUID person) {
        return jdbc.sql("select count(*) >= ? from ledger.entry_draft"
                        + " where company_id = ? and person = ? and discarded_at is null")
                .params(MOST_DRAFTS, currentActor.company().value(), person)
                .query(Boolean.class)
                .single();
    }
}
