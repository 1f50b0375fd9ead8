package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** Gives a proposal an approver returned back to its author, with the approver's reason. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class ReturnProposedEntry {

    private final ProposedEntries proposals;
    private final ProposalTurns turns;
    private final ObjectProvider<EntryApproval> approval;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnProposedEntry(
            ProposedEntries proposals,
            ProposalTurns turns,
            ObjectProvider<EntryApproval> approval,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.turns = turns;
        this.approval = approval;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Does nothing to a proposal nobody returned, or that has come to its end. */
    public void giveBack(@About("entry-proposal") UUID proposal) {
        if (proposals.kept(proposal).state() == EntryProposals.State.PROPOSED) {
            approval.getObject().refusal(proposal).ifPresent(refusal -> {
                turns.returned(proposal, refusal);
                events.publishEvent(new ProposedEntryReturned(
                        currentActor.company(), currentActor.actor(), clock.instant(), proposal));
            });
        }
    }
}
