package io.simbaerp.ledger.reversal;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.JournalEntryReversed;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.allocation.StandingSettlement;
import io.simbaerp.ledger.vat.VatOfEntries;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes single lines of a posted entry back by a further entry; lines know each other, and open items are settled. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReverseLines {

    private static final String LINK = """
            insert into ledger.line_reversal (company_id, entry_id, line_number, reversal_id, reversal_line)
            select :company, :entry, l.line, :reversal, l.place
              from unnest(:lines::integer[]) with ordinality as l (line, place)""";

    private static final String SETTLE = """
            insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
            select taken.company_id, simba.new_id(:at::timestamptz), taken.id, back.id, abs(taken.remaining),
                   :at::timestamptz, :by
              from ledger.line_reversal r
              join ledger.open_item taken on taken.company_id = r.company_id and taken.entry_id = r.entry_id
                   and taken.line_number = r.line_number
              join ledger.open_item back on back.company_id = r.company_id and back.entry_id = r.reversal_id
                   and back.line_number = r.reversal_line
             where r.company_id = :company and r.reversal_id = :reversal and taken.remaining <> 0
             order by taken.id""";

    /** What a reversal writes with. */
    @Component
    record Writing(JdbcClient jdbc, CurrentActor currentActor, Clock clock, VatOfEntries vat) {}

    private final LineMirror mirror;
    private final PostJournalEntry post;
    private final LineReversals reversals;
    private final ObjectProvider<OpenItems.Hold> holds;
    private final Writing writing;
    private final ApplicationEventPublisher events;

    ReverseLines(
            LineMirror mirror,
            PostJournalEntry post,
            LineReversals reversals,
            ObjectProvider<OpenItems.Hold> holds,
            Writing writing,
            ApplicationEventPublisher events) {
        this.mirror = mirror;
        this.post = post;
        this.reversals = reversals;
        this.holds = holds;
        this.writing = writing;
        this.events = events;
    }

    /**
     * Reverses the lines. The same wish for the same lines gives the first result again.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such entry
     * @throws io.simbaerp.architecture.RuleViolation of journal-entry: reason-missing, reversal-kind, is-reversal,
     *     already-reversed, of-confidential-document, lines-missing, line-unknown, line-already-reversed,
     *     black-reversal-of-negative, lines-unbalanced, rest-is-nothing, and whatever posting refuses
     * @throws Conflict journal-entry.of-settlement, journal-entry.item-ordered while a payment run holds what a line owes,
     *     journal-entry.key-used-otherwise
     */
    public JournalEntryId reverse(JournalEntryId entry, LinesToReverse wanted) {
        LineMirror.Mirrored mirrored = mirror.of(entry, wanted);
        StandingSettlement.requireNone(
                writing.jdbc(),
                writing.currentActor().company().value(),
                entry.value(),
                mirrored.original().number());
        requireNotOrdered(mirrored);
        JournalEntryId reversal = post.post(mirrored.draft());
        if (reversals.takenBackBy(reversal).isEmpty()) {
            writing.vat().registerTax(mirrored.draft());
            link(mirrored, reversal);
            events.publishEvent(new JournalEntryReversed(
                    writing.currentActor().company(),
                    writing.currentActor().actor(),
                    writing.clock().instant(),
                    entry,
                    reversal,
                    mirrored.original().documentId(),
                    false));
        }
        return reversal;
    }

    private void link(LineMirror.Mirrored mirrored, JournalEntryId reversal) {
        UUID company = writing.currentActor().company().value();
        writing.jdbc()
                .sql(LINK)
                .param("company", company)
                .param("entry", mirrored.original().id().value())
                .param("reversal", reversal.value())
                .param("lines", mirrored.lines().toArray(Integer[]::new))
                .update();
        writing.jdbc()
                .sql(SETTLE)
                .param("company", company)
                .param("reversal", reversal.value())
                .param("at", writing.clock().instant().toString())
                .param("by", writing.currentActor().actor().toString())
                .update();
    }

    private void requireNotOrdered(LineMirror.Mirrored mirrored) {
        List<UUID> items = writing.jdbc()
                .sql("select id from ledger.open_item where company_id = :company and entry_id = :entry"
                        + " and line_number = any(:lines::integer[])")
                .param("company", writing.currentActor().company().value())
                .param("entry", mirrored.original().id().value())
                .param("lines", mirrored.lines().toArray(Integer[]::new))
                .query(UUID.class)
                .list();
        holds.orderedStream()
                .flatMap(hold -> hold.holders(items).values().stream())
                .findFirst()
                .ifPresent(holder -> {
                    throw new Conflict(
                            "journal-entry.item-ordered", mirrored.original().number(), holder.name());
                });
    }

    /** Shows the reversing entry before it is posted, judged by all rules of posting. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final LineMirror mirror;
        private final PostJournalEntry.Preview judge;

        Preview(LineMirror mirror, PostJournalEntry.Preview judge) {
            this.mirror = mirror;
            this.judge = judge;
        }

        /**
         * The entry that would be posted.
         *
         * @throws io.simbaerp.architecture.RuleViolation what reversing would refuse it by
         */
        public JournalEntryDraft entry(JournalEntryId entry, LinesToReverse wanted) {
            JournalEntryDraft draft = mirror.of(entry, wanted).draft();
            judge.total(draft);
            return draft;
        }
    }
}
