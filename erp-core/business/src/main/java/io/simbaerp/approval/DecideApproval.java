package io.simbaerp.approval;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Approves, returns or rejects exactly what was shown. The decision stands for ever. */
@UseCase(Duty.WORK_ON_TASK)
public class DecideApproval {

    private final ApprovalRequests requests;
    private final ApprovalDecisions decisions;
    private final ApprovalAnnouncements announcements;
    private final CurrentActor currentActor;
    private final Permission permission;
    private final Clock clock;

    DecideApproval(
            ApprovalRequests requests,
            ApprovalDecisions decisions,
            ApprovalAnnouncements announcements,
            CurrentActor currentActor,
            Permission permission,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.announcements = announcements;
        this.currentActor = currentActor;
        this.permission = permission;
        this.clock = clock;
    }

    /**
     * @throws io.simbaerp.architecture.MissingDuty if the person doesn't hold the level's duty
     * @throws io.simbaerp.architecture.Conflict approval.content-changed, approval.level-decided
     * @throws RuleViolation approval.own-work, approval.already-decided, approval.not-asked, approval.reason-missing
     */
    public void decide(ApprovalDecisionDraft draft) {
        permission.require(draft.level());
        UUID person = currentActor
                .actor()
                .userId()
                .orElseThrow(() -> new IllegalStateException("Only a person decides approvals"));
        Subject subject = draft.subject();
        ApprovalRequest request = requests.lockLive(subject.kind(), subject.id())
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
        Instant now = clock.instant();
        decisions.saveAndFlush(request.decide(NewId.at(clock), draft, person, now, decisions.of(request.id())));
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
