package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry.Outcome;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Posts the next entries of a file and remembers what came of them, both in one transaction. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostUploadedChunk {

    private final JdbcClient jdbc;
    private final PostEntryByHand.Batch batch;
    private final Inputs inputs;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PostUploadedChunk(
            JdbcClient jdbc,
            PostEntryByHand.Batch batch,
            Inputs inputs,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.inputs = inputs;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Makes drafts of what was kept. */
    @Component
    record Inputs(JsonMapper json, BusinessDay businessDay, NamedPeriods periods, Distributions distributions) {

        EntryInput.Defaults defaults() {
            return EntryInput.Defaults.remembering(businessDay.today(), periods, distributions);
        }
    }

    private record Waiting(int place, String key, String input) {}

    private record Ended(
            int place,
            String outcome,
            @Nullable UUID entry,
            @Nullable String rule,
            @Nullable String field,
            @Nullable List<Object> args) {

        static Ended of(int place, Outcome outcome) {
            RuleViolation refusal = outcome.refusal();
            return refusal == null
                    ? new Ended(
                            place,
                            outcome.repeated() ? "REPEATED" : "POSTED",
                            outcome.entryId() == null ? null : outcome.entryId().value(),
                            null,
                            null,
                            null)
                    : new Ended(place, "REFUSED", null, refusal.rule(), refusal.field(), refusal.args());
        }
    }

    /**
     * Whether more is waiting.
     *
     * @param size how many entries at most
     * @param verdict what the database refused the next entry by when it was tried alone, or null
     */
    public boolean post(UUID upload, int size, @Nullable RuleViolation verdict) {
        if (!held(upload)) {
            return false;
        }
        List<Waiting> waiting = waiting(upload, size);
        List<Ended> ended = verdict == null
                ? posted(upload, waiting)
                : waiting.stream()
                        .limit(1)
                        .map(one -> Ended.of(one.place(), Outcome.of(verdict)))
                        .toList();
        boolean more = remember(upload, ended);
        events.publishEvent(
                new EntryUploadMoved(currentActor.company(), currentActor.actor(), clock.instant(), upload));
        return more;
    }

    /** One at a time works on an upload; whoever comes second finds what the first has done. */
    private boolean held(UUID upload) {
        return jdbc.sql(
                        "select state = 'WAITING' from ledger.entry_upload where company_id = :company and id = :id for update")
                .param("company", currentActor.company().value())
                .param("id", upload)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private List<Waiting> waiting(UUID upload, int size) {
        return jdbc.sql("select place, key, input::text from ledger.entry_upload_row where company_id = :company"
                        + " and upload_id = :upload and outcome is null order by place limit :size")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("size", size)
                .query((row, n) -> new Waiting(row.getInt("place"), row.getString("key"), row.getString("input")))
                .list();
    }

    private List<Ended> posted(UUID upload, List<Waiting> waiting) {
        EntryInput.Defaults defaults = inputs.defaults();
        List<EntryInput> entries = waiting.stream()
                .map(one -> inputs.json().readValue(one.input(), EntryInput.class))
                .toList();
        List<@Nullable Ended> ended = new ArrayList<>();
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (int at = 0; at < waiting.size(); at++) {
            Waiting one = waiting.get(at);
            try {
                drafts.add(entries.get(at).draft(one.key(), defaults));
                ended.add(null);
            } catch (RuleViolation refused) {
                ended.add(Ended.of(one.place(), Outcome.of(refused)));
            }
        }
        Iterator<Outcome> outcomes = batch.post(upload, drafts).iterator();
        List<Ended> all = new ArrayList<>();
        for (int at = 0; at < waiting.size(); at++) {
            Ended refused = ended.get(at);
            all.add(
                    refused == null
                            ? Ended.of(waiting.get(at).place(), asSent(outcomes.next(), entries.get(at), defaults))
                            : refused);
        }
        return all;
    }

    private static Outcome asSent(Outcome outcome, EntryInput entry, EntryInput.Defaults defaults) {
        RuleViolation refusal = outcome.refusal();
        return refusal == null ? outcome : Outcome.of(entry.asSent(refusal, defaults));
    }

    private boolean remember(UUID upload, List<Ended> ended) {
        jdbc.sql("""
                        update ledger.entry_upload_row r
                           set outcome = e.outcome, entry_id = e.entry, rule = e.rule, field = e.field, args = e.args
                          from jsonb_to_recordset(:ended::jsonb) as e (place integer, outcome text, entry uuid, rule text,
                                                                       field text, args jsonb)
                         where r.company_id = :company and r.upload_id = :upload and r.place = e.place""")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("ended", inputs.json().writeValueAsString(ended))
                .update();
        return jdbc.sql("""
                        update ledger.entry_upload u
                           set posted = posted + :posted, repeated = repeated + :repeated, refused = refused + :refused,
                               state = case when entries = posted + repeated + refused + :all then 'DONE' else state end,
                               finished_at = case when entries = posted + repeated + refused + :all
                                                  then :at::timestamptz end
                         where company_id = :company and id = :upload
                        returning state = 'WAITING'""")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("posted", count(ended, "POSTED"))
                .param("repeated", count(ended, "REPEATED"))
                .param("refused", count(ended, "REFUSED"))
                .param("all", ended.size())
                .param("at", clock.instant().toString())
                .query(Boolean.class)
                .single();
    }

    private static int count(List<Ended> ended, String outcome) {
        return (int) ended.stream().filter(one -> one.outcome().equals(outcome)).count();
    }
}
