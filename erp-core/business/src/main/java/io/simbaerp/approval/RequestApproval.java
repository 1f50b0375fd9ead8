package io.simbaerp.approval;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Settles who must agree to exactly this content, level after level. */
@UseCase(Duty.RUN_PROCESS)
public class RequestApproval {

    private final ApprovalRequests requests;
    private final ApprovalDecisions decisions;
    private final ApprovalAnnouncements announcements;
    private final CurrentActor currentActor;
    private final Clock clock;

    RequestApproval(
            ApprovalRequests requests,
            ApprovalDecisions decisions,
            ApprovalAnnouncements announcements,
            CurrentActor currentActor,
            Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.announcements = announcements;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Asking for the same again while nobody has said no changes nothing, so approvals given stay given. Anything else
     * voids the request before, with all its approvals.
     *
     * @throws io.simbaerp.architecture.RuleViolation approval.nobody-asked
     */
    public void request(Subject subject, List<Duty> levels, String contentHash) {
        Optional<ApprovalRequest> before = requests.lockLive(subject.kind(), subject.id());
        if (before.isPresent() && stillStands(before.get(), levels, contentHash)) {
            return;
        }
        before.ifPresent(request -> {
            request.voidAt(clock.instant());
            requests.flush();
        });
        requests.saveAndFlush(new ApprovalRequest(
                currentActor.company().value(),
                NewId.at(clock),
                subject,
                levels,
                contentHash,
                new ApprovalRequest.Requested(
                        clock.instant(), currentActor.actor().toString())));
        announcements.announce(
                subject,
                concerns -> new ApprovalRequested(
                        currentActor.company(), currentActor.actor(), clock.instant(), subject, concerns));
    }

    private boolean stillStands(ApprovalRequest request, List<Duty> levels, String contentHash) {
        return request.asksFor(levels, contentHash)
                && decisions.of(request.id()).stream().allMatch(ApprovalDecision::approves);
    }
}
