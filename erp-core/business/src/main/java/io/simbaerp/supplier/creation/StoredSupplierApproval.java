package io.simbaerp.supplier.creation;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.party.creation.SupplierApproval;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the module of partners asks before a supplier may be paid, answered from the stored decisions. */
@Component
class StoredSupplierApproval implements SupplierApproval {

    private final Approvals approvals;

    StoredSupplierApproval(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Optional<UUID> approver(UUID party, String contentHash) {
        return approvals.granted(ProposedSupplier.subject(party), contentHash)
                ? live(party)
                        .filter(decision -> decision.contentHash().equals(contentHash))
                        .map(ApprovalDecisionView::decidedBy)
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public Optional<String> refusal(UUID party) {
        return live(party)
                .filter(decision -> decision.decision() != Decision.APPROVE)
                .map(ApprovalDecisionView::comment)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last);
    }

    private Stream<ApprovalDecisionView> live(UUID party) {
        return approvals.of(ProposedSupplier.subject(party)).stream().filter(ApprovalDecisionView::live);
    }
}
