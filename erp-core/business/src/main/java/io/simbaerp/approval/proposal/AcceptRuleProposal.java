package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Marks that another version of the table was proposed because of it. */
@UseCase(Duty.PROPOSE_MODEL)
public class AcceptRuleProposal {

    private final RuleProposals proposals;
    private final ProposalBook book;
    private final ApplicationEventPublisher events;

    AcceptRuleProposal(RuleProposals proposals, ProposalBook book, ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.book = book;
        this.events = events;
    }

    /**
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws io.simbaerp.architecture.Conflict rule-proposal.decided
     */
    public void accept(@About("rule-proposal") UUID id, UUID modelVersion) {
        book.decide(proposals.byId(id).id(), RuleProposal.Outcome.ACCEPTED, null, modelVersion);
        events.publishEvent(
                new RuleProposalAccepted(book.acting().company(), book.acting().actor(), book.now(), id));
    }
}
