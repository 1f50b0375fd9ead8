package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Puts another entry in place of a proposed one that came back; approval is asked for it anew. What was proposed before stays
 * in the records.
 */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class CorrectProposedEntry {

    private final ProposedEntries proposals;
    private final ProposalTurns turns;
    private final PostEntryByHand.Preview preview;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CorrectProposedEntry(
            ProposedEntries proposals,
            ProposalTurns turns,
            PostEntryByHand.Preview preview,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.turns = turns;
        this.preview = preview;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws RuleViolation journal-entry.proposal-not-returned, and whatever posting would refuse
     * @throws io.simbaerp.architecture.NotFound if there is no such proposal
     * @throws io.simbaerp.architecture.Conflict journal-entry.proposal-changed-meanwhile
     */
    public void correct(@About("entry-proposal") UUID proposal, JournalEntryDraft corrected) {
        ProposedEntries.Kept kept = proposals.kept(proposal);
        if (!kept.state().isWithItsAuthor()) {
            throw new RuleViolation("journal-entry.proposal-not-returned");
        }
        JournalEntryDraft entry = ProposedEntries.inPlaceOf(kept, corrected);
        turns.corrected(proposal, entry, preview.total(entry));
        events.publishEvent(
                new ProposedEntryCorrected(currentActor.company(), currentActor.actor(), clock.instant(), proposal));
    }
}
