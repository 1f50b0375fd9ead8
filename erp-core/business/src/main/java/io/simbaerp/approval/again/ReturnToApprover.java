package io.simbaerp.approval.again;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.reading.SubjectDocuments;

/**
 * Returns a matter to an approver who has agreed already: they and everybody after them decide again, with the reason before
 * them. What was agreed before them stands.
 */
@UseCase(Duty.WORK_ON_TASK)
public class ReturnToApprover {

    private final DecideApproval decideApproval;
    private final Approvals approvals;
    private final RequestRows rows;
    private final SubjectDocuments documents;
    private final CurrentActor currentActor;
    private final Telling telling;

    ReturnToApprover(
            DecideApproval decideApproval,
            Approvals approvals,
            RequestRows rows,
            SubjectDocuments documents,
            CurrentActor currentActor,
            Telling telling) {
        this.decideApproval = decideApproval;
        this.approvals = approvals;
        this.rows = rows;
        this.documents = documents;
        this.currentActor = currentActor;
        this.telling = telling;
    }

    /**
     * @param draft the decision to return it; its reason is demanded
     * @param level whose approval is asked for again, the first of it where several seats were asked
     * @throws RuleViolation approval.return-to-unknown, and what {@link DecideApproval#decide} refuses with
     */
    public void returnTo(ApprovalDecisionDraft draft, Duty level) {
        if (draft.decision() != Decision.RETURN) {
            throw new IllegalArgumentException("Only what is returned goes back to an approver");
        }
        Seat agreed = approvals.of(draft.subject()).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.level() == level && decision.decision() == Decision.APPROVE)
                .findFirst()
                .map(ApprovalDecisionView::seat)
                .orElseThrow(() -> RuleViolation.ofField("returnTo", "approval.return-to-unknown"));
        decideApproval.decide(draft);
        rows.repeatFrom(draft.subject(), agreed.key());
        telling.events()
                .publishEvent(new ApprovalAskedAgain(
                        currentActor.company(),
                        currentActor.actor(),
                        telling.clock().instant(),
                        draft.subject(),
                        documents.documentsOf(draft.subject())));
    }
}
