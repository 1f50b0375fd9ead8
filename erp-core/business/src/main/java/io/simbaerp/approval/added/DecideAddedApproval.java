package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agrees or objects as somebody who was asked to approve besides. Reached by deciding the task of their own. */
@UseCase(Duty.WORK_ON_TASK)
public class DecideAddedApproval {

    private final AddedApprovals additions;
    private final AdditionRows rows;
    private final Telling telling;

    DecideAddedApproval(AddedApprovals additions, AdditionRows rows, Telling telling) {
        this.additions = additions;
        this.rows = rows;
        this.telling = telling;
    }

    /**
     * @param decision approve or reject
     * @param contentHash the fingerprint of what the person was shown
     * @throws NotFound if the task is no added approver's
     * @throws Conflict approval.content-changed, approval.level-decided
     * @throws RuleViolation approval.reason-missing, approval.already-decided
     */
    public void decide(
            @About("task") UUID ownTask,
            Subject subject,
            Decision decision,
            @Nullable String contentHash,
            @Nullable String comment) {
        AddedApproval addition =
                additions.ofOwnTask(ownTask).orElseThrow(() -> new NotFound("added-approval", ownTask));
        Acting acting = telling.currentActor().get();
        if (!addition.live() || contentHash != null && !contentHash.equals(addition.contentHash())) {
            throw new Conflict("approval.content-changed");
        }
        rows.live(subject);
        if (acting.people().stream().anyMatch(person -> rows.isBound(addition.id(), person))) {
            throw new RuleViolation("approval.already-decided");
        }
        String said = comment == null || comment.isBlank() ? null : comment.strip();
        if (decision != Decision.APPROVE && said == null) {
            throw RuleViolation.ofField("comment", "approval.reason-missing");
        }
        Instant now = telling.clock().instant();
        if (!rows.decide(addition.id(), decision, said, now)) {
            throw new Conflict("approval.level-decided");
        }
        telling.tell(
                subject,
                concerns -> decision == Decision.APPROVE
                        ? new AddedApprovalGiven(acting.company(), acting.actor(), now, addition.id(), concerns)
                        : new AddedApprovalRefused(acting.company(), acting.actor(), now, addition.id(), concerns));
    }
}
