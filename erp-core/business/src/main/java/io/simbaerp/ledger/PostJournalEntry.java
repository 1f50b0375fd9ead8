package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.bulk.JournalEntriesPosted;
import io.simbaerp.money.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcOperations;

/** Puts an entry into the books. After this it can be reversed, never changed. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostJournalEntry {

    private final EntryPosting posting;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Permission permission;
    private final ApplicationEventPublisher events;

    PostJournalEntry(
            EntryPosting posting,
            CurrentActor currentActor,
            Clock clock,
            Permission permission,
            ApplicationEventPublisher events) {
        this.posting = posting;
        this.currentActor = currentActor;
        this.clock = clock;
        this.permission = permission;
        this.events = events;
    }

    /**
     * Posts the entry, or gives the first result again for a key that was used with the same input.
     *
     * @throws io.simbaerp.architecture.RuleViolation duty.beyond-limit, period.unknown, period.closed, period.soft-closed, and of journal-entry: unbalanced,
     *     too-few-lines, zero-line, negative-line, amount-unrounded, currency-foreign, transaction-amount-differs,
     *     rate-differs, currency-not-of-account, account-unknown, account-not-postable, account-inactive, party-missing, due-date-missing,
     *     open-item-misplaced, cost-centre-missing, cost-centre-unknown, cost-centre-inactive, journal-unknown,
     *     narration-missing, posting-date-outside-period
     * @throws io.simbaerp.architecture.Conflict journal-entry.key-used-otherwise
     */
    public JournalEntryId post(JournalEntryDraft draft) {
        permission.requireReach(Duty.POST_JOURNAL_ENTRY, extent(draft));
        EntryPosting.Posted posted = posting.post(draft, null);
        if (!posted.repeated()) {
            events.publishEvent(new JournalEntryPosted(
                    currentActor.company(),
                    currentActor.actor(),
                    clock.instant(),
                    posted.entryId(),
                    draft.documentId()));
        }
        return posted.entryId();
    }

    private static Extent extent(JournalEntryDraft draft) {
        return Extent.of(
                draft.lines().stream()
                        .filter(line -> line.side() == Side.DEBIT)
                        .mapToLong(line -> line.amount().hundredths())
                        .sum(),
                draft.lines().stream()
                        .map(LineDraft::costCentre)
                        .filter(Objects::nonNull)
                        .toList(),
                "journal-entry");
    }

    /** Judges an entry by all the rules of posting and writes nothing: what is shown before somebody posts. */
    @Query(Duty.POST_JOURNAL_ENTRY)
    public static class Preview {

        private final EntryPosting posting;
        private final Permission permission;
        private final CurrentCompany currentCompany;

        Preview(EntryPosting posting, Permission permission, CurrentCompany currentCompany) {
            this.posting = posting;
            this.permission = permission;
            this.currentCompany = currentCompany;
        }

        /**
         * The sum of its debits, if the entry could be posted now.
         *
         * @throws io.simbaerp.architecture.RuleViolation what posting would refuse it by
         */
        public Money total(JournalEntryDraft draft) {
            permission.requireReach(Duty.POST_JOURNAL_ENTRY, extent(draft));
            return new Money(posting.judged(draft).total(), currentCompany.get().baseCurrency());
        }

        /** What posting would answer to each, in their order; sound ones have neither an entry nor a refusal. */
        public List<Outcome> of(List<JournalEntryDraft> drafts) {
            return posting.judgedAll(drafts);
        }

        /** By which rule it would be refused now; nothing if it could be posted. */
        public Optional<RuleViolation> refusal(JournalEntryDraft draft) {
            try {
                total(draft);
                return Optional.empty();
            } catch (RuleViolation refusal) {
                return Optional.of(refusal);
            }
        }
    }

    /**
     * What came of one entry of a batch: it stands in the books, now or since its key was used before for the very same
     * entry, or it was refused by a rule.
     */
    public record Outcome(
            @Nullable JournalEntryId entryId,
            boolean repeated,
            @Nullable RuleViolation refusal) {

        static Outcome of(EntryPosting.Posted posted) {
            return new Outcome(posted.entryId(), posted.repeated(), null);
        }

        /** An entry that a rule refused. */
        public static Outcome of(RuleViolation refusal) {
            return new Outcome(null, false, refusal);
        }
    }

    /**
     * Posts many entries at once, each by the same rules as a single one: what is refused is left out, the others stand.
     * Copied into the database and posted there as a set.
     */
    @UseCase(Duty.POST_JOURNAL_ENTRY)
    public static class Batch {

        private final EntryPosting posting;
        private final JdbcOperations database;
        private final CurrentActor currentActor;
        private final Clock clock;
        private final Permission permission;
        private final ApplicationEventPublisher events;

        Batch(
                EntryPosting posting,
                JdbcOperations database,
                CurrentActor currentActor,
                Clock clock,
                Permission permission,
                ApplicationEventPublisher events) {
            this.posting = posting;
            this.database = database;
            this.currentActor = currentActor;
            this.clock = clock;
            this.permission = permission;
            this.events = events;
        }

        /**
         * What came of each, in their order.
         *
         * @param batch what they came in by, told in the trail
         */
        public List<Outcome> post(UUID batch, List<JournalEntryDraft> drafts) {
            List<@Nullable Outcome> outcomes = new ArrayList<>();
            List<JournalEntryDraft> within = new ArrayList<>();
            for (JournalEntryDraft draft : drafts) {
                outcomes.add(beyondReach(draft));
                if (outcomes.get(outcomes.size() - 1) == null) {
                    within.add(draft);
                }
            }
            Iterator<Outcome> posted = posting.postAll(within, database).iterator();
            List<Outcome> all = outcomes.stream()
                    .map(refused -> refused == null ? posted.next() : refused)
                    .toList();
            int count = (int) all.stream()
                    .filter(outcome -> outcome.entryId() != null && !outcome.repeated())
                    .count();
            if (count > 0) {
                events.publishEvent(new JournalEntriesPosted(
                        currentActor.company(), currentActor.actor(), clock.instant(), batch, count));
            }
            return all;
        }

        private @Nullable Outcome beyondReach(JournalEntryDraft draft) {
            try {
                permission.requireReach(Duty.POST_JOURNAL_ENTRY, extent(draft));
                return null;
            } catch (RuleViolation beyond) {
                return Outcome.of(beyond);
            }
        }
    }
}
