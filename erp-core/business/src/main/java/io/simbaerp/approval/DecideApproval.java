package io.simbaerp.approval;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Instant;
import java.util.List;

/** Approves, returns or rejects exactly what was shown. The decision stands for ever. */
@UseCase(Duty.WORK_ON_TASK)
public class DecideApproval {

    private final ApprovalRequests requests;
    private final ApprovalDecisions decisions;
    private final ApprovalAnnouncements announcements;
    private final CurrentActor currentActor;
    private final MayDecide mayDecide;
    private final DecisionBook book;

    DecideApproval(
            ApprovalRequests requests,
            ApprovalDecisions decisions,
            ApprovalAnnouncements announcements,
            CurrentActor currentActor,
            MayDecide mayDecide,
            DecisionBook book) {
        this.requests = requests;
        this.decisions = decisions;
        this.announcements = announcements;
        this.currentActor = currentActor;
        this.mayDecide = mayDecide;
        this.book = book;
    }

    /**
     * @throws io.simbaerp.architecture.MissingDuty if the person doesn't hold the level's duty
     * @throws io.simbaerp.architecture.Conflict approval.content-changed, approval.level-decided
     * @throws RuleViolation duty.beyond-limit, approval.own-work-coded and the like,
     *     approval.already-decided, approval.not-asked, approval.added-missing, approval.reason-missing,
     *     approval.beyond-rolling-limit
     */
    public void decide(ApprovalDecisionDraft draft) {
        mayDecide.require(draft);
        Subject subject = draft.subject();
        ApprovalRequest request = requests.lockLive(subject.kind(), subject.id())
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
        List<ApprovalDecision> before = decisions.of(request.id());
        Seat seat = request.seatFor(draft, currentActor.get(), before, book.standing(request, before));
        Instant now = book.write(request, seat, draft);
        announcements.announce(subject, concerns -> event(draft.decision(), now, subject, concerns));
    }

    private BusinessEvent event(Decision decision, Instant now, Subject subject, List<Subject> concerns) {
        return switch (decision) {
            case APPROVE -> new ApprovalGiven(currentActor.company(), currentActor.actor(), now, subject, concerns);
            case RETURN -> new ApprovalReturned(currentActor.company(), currentActor.actor(), now, subject, concerns);
            case REJECT -> new ApprovalRefused(currentActor.company(), currentActor.actor(), now, subject, concerns);
        };
    }
}
