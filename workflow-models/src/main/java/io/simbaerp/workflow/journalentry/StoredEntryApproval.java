package io.simbaerp.workflow.journalentry;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.ledger.proposal.EntryApproval;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the ledger asks before it posts an entry above the limit, answered from the stored decisions. */
@Component
class StoredEntryApproval implements EntryApproval {

    /** An entry is approved once. */
    static final List<Duty> LEVELS = List.of(Duty.APPROVE_JOURNAL_ENTRY);

    private final Approvals approvals;

    StoredEntryApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    static Subject subject(UUID proposal) {
        return new Subject("entry-proposal", proposal);
    }

    @Override
    public boolean granted(UUID proposal, String contentHash) {
        return approvals.granted(subject(proposal), contentHash);
    }

    @Override
    public Optional<Refusal> refusal(UUID proposal) {
        return approvals.of(subject(proposal)).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() != Decision.APPROVE)
                .map(decision -> new Refusal(decision.by(), decision.comment()))
                .findFirst();
    }
}
