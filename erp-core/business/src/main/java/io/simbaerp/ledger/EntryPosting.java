package io.simbaerp.ledger;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.allocation.StandingSettlement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one path into the books: finds what the entry names, has it judged, and writes it in one call of the database. */
@Component
class EntryPosting {

    /** What came of it. Repeated: the key had been used for the very same entry, nothing was written. */
    record Posted(JournalEntryId entryId, boolean repeated) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final PostingFacts.Source source;
    private final ObjectProvider<OpenItems.Hold> holds;

    EntryPosting(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            PostingFacts.Source source,
            ObjectProvider<OpenItems.Hold> holds) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.source = source;
        this.holds = holds;
    }

    Posted post(JournalEntryDraft draft, @Nullable JournalEntryId reversalOf) {
        String hash = PostedRow.hash(draft);
        PostingFacts.Found found = source.of(List.of(draft));
        PostingFacts.Earlier earlier = found.earlier(draft.idempotencyKey());
        if (earlier != null) {
            return repeated(draft, earlier.id(), earlier.hash(), hash);
        }
        JournalEntry entry = JournalEntry.of(draft, found.of(draft));
        PostedRow row = PostedRow.of(
                entry,
                NewId.at(clock),
                clock.instant(),
                currentActor.actor(),
                hash,
                reversalOf == null ? null : reversalOf.value());
        return write(row, draft);
    }

    /** The entry as it would be posted now; nothing is written. */
    JournalEntry judged(JournalEntryDraft draft) {
        return JournalEntry.of(draft, source.of(List.of(draft)).of(draft));
    }

    /** What posting would answer to each of these now, in their order; nothing is written. */
    List<PostJournalEntry.Outcome> judgedAll(List<JournalEntryDraft> drafts) {
        PostingFacts.Found found = source.of(drafts);
        List<PostJournalEntry.Outcome> outcomes = new ArrayList<>();
        for (JournalEntryDraft draft : drafts) {
            try {
                PostingFacts.Earlier earlier = found.earlier(draft.idempotencyKey());
                if (earlier == null) {
                    JournalEntry.of(draft, found.of(draft));
                    outcomes.add(new PostJournalEntry.Outcome(null, false, null));
                } else {
                    outcomes.add(PostJournalEntry.Outcome.of(
                            repeated(draft, earlier.id(), earlier.hash(), PostedRow.hash(draft))));
                }
            } catch (RuleViolation refused) {
                outcomes.add(PostJournalEntry.Outcome.of(refused));
            }
        }
        return outcomes;
    }

    /**
     * All of these that may stand in the books, written as a set; what came of each, in their order. What only the
     * database refuses, since somebody else was faster, undoes all of them.
     */
    List<PostJournalEntry.Outcome> postAll(List<JournalEntryDraft> drafts, JdbcOperations database) {
        PostingFacts.Found found = source.of(drafts);
        Map<String, PostingFacts.Earlier> staged = new HashMap<>();
        List<PostedRow> rows = new ArrayList<>();
        List<PostJournalEntry.Outcome> outcomes = new ArrayList<>();
        for (JournalEntryDraft draft : drafts) {
            try {
                outcomes.add(PostJournalEntry.Outcome.of(stage(draft, found, staged, rows)));
            } catch (RuleViolation refused) {
                outcomes.add(PostJournalEntry.Outcome.of(refused));
            }
        }
        try {
            PostedRow.Stage.post(rows, database);
        } catch (DataAccessException refused) {
            throw drafts.size() == 1 ? named(refused, drafts.get(0)) : refused;
        }
        return outcomes;
    }

    private Posted stage(
            JournalEntryDraft draft,
            PostingFacts.Found found,
            Map<String, PostingFacts.Earlier> staged,
            List<PostedRow> rows) {
        String key = draft.idempotencyKey();
        String hash = PostedRow.hash(draft);
        PostingFacts.Earlier earlier = found.earlier(key) == null ? staged.get(key) : found.earlier(key);
        if (earlier != null) {
            return repeated(draft, earlier.id(), earlier.hash(), hash);
        }
        UUID id = NewId.at(clock);
        JournalEntry entry = JournalEntry.of(draft, found.of(draft));
        rows.add(PostedRow.of(entry, id, clock.instant(), currentActor.actor(), hash, null));
        staged.put(key, new PostingFacts.Earlier(id, hash));
        return new Posted(new JournalEntryId(id), false);
    }

    private Posted write(PostedRow row, JournalEntryDraft draft) {
        try {
            return jdbc.sql("select entry_id, repeated, first_hash from ledger.post_entry(:entry::jsonb)")
                    .param("entry", row.json())
                    .query((result, n) -> result.getBoolean("repeated")
                            ? repeated(
                                    draft,
                                    result.getObject("entry_id", UUID.class),
                                    result.getString("first_hash"),
                                    row.hash())
                            : new Posted(new JournalEntryId(row.id()), false))
                    .single();
        } catch (DataAccessException e) {
            throw named(e, draft);
        }
    }

    /**
     * While a payment run holds what an entry left open, the entry stays.
     *
     * @throws Conflict journal-entry.item-ordered, journal-entry.of-settlement while it belongs to a settlement that stands
     */
    void requireNotOrdered(JournalEntryDetails original) {
        StandingSettlement.requireNone(
                jdbc, currentActor.company().value(), original.id().value(), original.number());
        List<UUID> items = jdbc.sql("select id from ledger.open_item where company_id = :company and entry_id = :entry")
                .param("company", currentActor.company().value())
                .param("entry", original.id().value())
                .query(UUID.class)
                .list();
        holds.orderedStream()
                .flatMap(hold -> hold.holders(items).values().stream())
                .findFirst()
                .ifPresent(run -> {
                    throw new Conflict("journal-entry.item-ordered", original.number(), run.name());
                });
    }

    /** What an entry left open is settled by what its reversal leaves open, as far as payments haven't already. */
    void settle(JournalEntryId original, JournalEntryId reversal) {
        jdbc.sql("""
                        insert into ledger.allocation
                               (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        select first.company_id, simba.new_id(:at::timestamptz), first.id, second.id, abs(first.remaining),
                               :at::timestamptz, :by
                          from ledger.open_item first
                          join ledger.open_item second
                            on second.company_id = first.company_id and second.entry_id = :reversal
                           and second.line_number = first.line_number
                         where first.company_id = :company and first.entry_id = :original and first.remaining <> 0
                         order by first.id""")
                .param("company", currentActor.company().value())
                .param("original", original.value())
                .param("reversal", reversal.value())
                .param("at", clock.instant().toString())
                .param("by", currentActor.actor().toString())
                .update();
    }

    /** Rules that only the database can judge, since somebody else was faster. */
    private static RuntimeException named(DataAccessException failure, JournalEntryDraft draft) {
        if (failure.getMostSpecificCause() instanceof PSQLException refusal) {
            ServerErrorMessage message = refusal.getServerErrorMessage();
            String constraint = message == null ? "" : Objects.requireNonNullElse(message.getConstraint(), "");
            if ("journal_entry_period_is_open".equals(constraint)) {
                return RuleViolation.ofField("periodCode", "period.closed", draft.periodCode());
            }
            if ("journal_entry_soft_closed_period_takes_few".equals(constraint)) {
                return RuleViolation.ofField("periodCode", "period.soft-closed", draft.periodCode());
            }
            if ("journal_entry_is_recorded_now".equals(constraint)) {
                return new Conflict("journal-entry.clocks-differ");
            }
            if ("entry_is_reversed_whole_or_by_lines".equals(constraint)) {
                return new RuleViolation("journal-entry.partly-reversed");
            }
            if ("journal_entry_is_reversed_once".equals(constraint)) {
                return new Conflict("journal-entry.already-reversed");
            }
        }
        return failure;
    }

    private static Posted repeated(JournalEntryDraft draft, UUID first, String firstHash, String hash) {
        if (!firstHash.equals(hash)) {
            throw new Conflict("journal-entry.key-used-otherwise", draft.idempotencyKey());
        }
        return new Posted(new JournalEntryId(first), true);
    }
}
