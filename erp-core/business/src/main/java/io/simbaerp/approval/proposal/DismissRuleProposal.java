package io.simbaerp.approval.proposal;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Leaves a rule as it is although somebody would have changed it, and says why. */
@UseCase(Duty.PROPOSE_MODEL)
public class DismissRuleProposal {

    private static final int LONGEST = 500;

    private final RuleProposals proposals;
    private final ProposalBook book;
    private final ApplicationEventPublisher events;

    DismissRuleProposal(RuleProposals proposals, ProposalBook book, ApplicationEventPublisher events) {
        this.proposals = proposals;
        this.book = book;
        this.events = events;
    }

    /**
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws RuleViolation rule-proposal.note-missing, rule-proposal.decided
     */
    public void dismiss(@About("rule-proposal") UUID id, @Nullable String reason) {
        RuleProposal proposal = proposals.byId(id);
        String note = Objects.requireNonNullElse(reason, "").strip();
        if (note.isEmpty() || note.length() > LONGEST) {
            throw RuleViolation.ofField("comment", "rule-proposal.note-missing", LONGEST);
        }
        book.decide(proposal.id(), RuleProposal.Outcome.DISMISSED, note, null);
        events.publishEvent(
                new RuleProposalDismissed(book.acting().company(), book.acting().actor(), book.now(), id));
    }
}
