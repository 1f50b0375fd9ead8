package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/** Ends a proposal an approver rejected, with the approver's reason. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class RejectProposedEntry {

    private final ProposedEntries proposals;
    private final ObjectProvider<EntryApproval> approval;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RejectProposedEntry(
            ProposedEntries proposals,
            ObjectProvider<EntryApproval> approval,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.approval = approval;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Does nothing to a proposal that has come to its end. */
    public void reject(@About("entry-proposal") UUID proposal) {
        if (!proposals.kept(proposal).state().isEnd()) {
            proposals.end(
                    proposal,
                    EntryProposals.State.REJECTED,
                    null,
                    approval.getObject()
                            .refusal(proposal)
                            .map(EntryApproval.Refusal::reason)
                            .orElse(null));
            events.publishEvent(
                    new ProposedEntryRejected(currentActor.company(), currentActor.actor(), clock.instant(), proposal));
        }
    }
}
