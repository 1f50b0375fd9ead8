package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.policy.EntryLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether an entry made by hand may be posted: it is within the limit, or exactly this was approved. */
@Component
public class ApprovedEntries {

    private final EntryLimits limits;
    private final ProposedEntries proposals;
    private final ObjectProvider<EntryApproval> approvals;

    ApprovedEntries(EntryLimits limits, ProposedEntries proposals, ObjectProvider<EntryApproval> approvals) {
        this.limits = limits;
        this.proposals = proposals;
        this.approvals = approvals;
    }

    /** @throws RuleViolation journal-entry.approval-needed */
    public void require(JournalEntryDraft draft) {
        limits.exceededBy(draft).filter(limit -> !isApproved(draft)).ifPresent(limit -> {
            throw new RuleViolation("journal-entry.approval-needed", limit);
        });
    }

    private boolean isApproved(JournalEntryDraft draft) {
        String present = ProposedEntries.hash(proposals.content(draft));
        EntryApproval approval = approvals.getIfAvailable();
        return approval != null
                && proposals
                        .of(draft)
                        .filter(proposal -> proposal.hash().equals(present))
                        .filter(proposal -> approval.granted(proposal.id(), present))
                        .isPresent();
    }
}
