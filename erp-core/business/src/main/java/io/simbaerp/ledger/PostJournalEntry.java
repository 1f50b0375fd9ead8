package io.simbaerp.ledger;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;

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
    }
}
