package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.policy.EntryLimits;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.money.Money;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Proposes an entry above the company's limit; a second person approves it, then it is posted as it stands. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ProposeEntry {

    private final ProposedEntries proposals;
    private final EntryLimits limits;
    private final PostEntryByHand.Preview preview;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposeEntry(
            ProposedEntries proposals,
            EntryLimits limits,
            PostEntryByHand.Preview preview,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.limits = limits;
        this.preview = preview;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The proposal's id; the same key with the same entry gives the first one again.
     *
     * @throws RuleViolation journal-entry.approval-not-needed, and whatever posting would refuse
     * @throws io.simbaerp.architecture.Conflict journal-entry.key-used-otherwise
     */
    public UUID propose(JournalEntryDraft draft) {
        Money total = preview.total(draft);
        if (limits.exceededBy(draft).isEmpty()) {
            throw new RuleViolation("journal-entry.approval-not-needed", total);
        }
        ProposedEntries.Proposed proposed = proposals.propose(draft, total);
        if (!proposed.repeated()) {
            events.publishEvent(
                    new EntryProposed(currentActor.company(), currentActor.actor(), clock.instant(), proposed.id()));
        }
        return proposed.id();
    }
}
