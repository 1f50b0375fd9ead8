package io.simbaerp.approval;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;

/** Takes the force from approvals whose content changed. The decisions themselves stay in the records. */
@UseCase(Duty.RUN_PROCESS)
public class VoidApprovals {

    private final ApprovalRequests requests;
    private final ApprovalAnnouncements announcements;
    private final CurrentActor currentActor;
    private final Clock clock;

    VoidApprovals(
            ApprovalRequests requests, ApprovalAnnouncements announcements, CurrentActor currentActor, Clock clock) {
        this.requests = requests;
        this.announcements = announcements;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Does nothing if nobody was asked. */
    public void voidApprovals(Subject subject) {
        requests.lockLive(subject.kind(), subject.id()).ifPresent(request -> {
            request.voidAt(clock.instant());
            requests.flush();
            announcements.announce(
                    subject,
                    concerns -> new ApprovalsVoided(
                            currentActor.company(), currentActor.actor(), clock.instant(), subject, concerns));
        });
    }
}
