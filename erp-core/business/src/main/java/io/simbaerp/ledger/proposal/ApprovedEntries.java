package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.policy.EntryLimits;
import io.simbaerp.money.Money;
import java.util.Optional;
import java.util.function.Consumer;
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
        judge().accept(draft);
    }

    /** Judges many entries as {@link #require} does, by the limit that stands now: it is asked for once. */
    public Consumer<JournalEntryDraft> judge() {
        Optional<Money> limit = limits.limit();
        return draft -> limit.filter(amount -> EntryLimits.exceeds(draft, amount) && !isApproved(draft))
                .ifPresent(amount -> {
                    throw new RuleViolation("journal-entry.approval-needed", amount);
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
