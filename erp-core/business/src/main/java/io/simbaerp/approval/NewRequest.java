package io.simbaerp.approval;

import io.simbaerp.approval.lines.CarriedDecisions;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a question to its approvers, in place of what was asked before. */
@Component
class NewRequest {

    private final ApprovalRequests requests;
    private final ApprovalDecisions decisions;
    private final ApprovalAnnouncements announcements;
    private final CurrentActor currentActor;
    private final CarriedDecisions carried;
    private final Clock clock;

    NewRequest(
            ApprovalRequests requests,
            ApprovalDecisions decisions,
            ApprovalAnnouncements announcements,
            CurrentActor currentActor,
            CarriedDecisions carried,
            Clock clock) {
        this.carried = carried;
        this.requests = requests;
        this.decisions = decisions;
        this.announcements = announcements;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    void ask(ApprovalQuestion question) {
        Optional<ApprovalRequest> before =
                requests.lockLive(question.subject().kind(), question.subject().id());
        if (before.isPresent() && stillStands(before.get(), question)) {
            return;
        }
        before.ifPresent(request -> {
            request.voidAt(clock.instant());
            requests.flush();
        });
        UUID id = NewId.at(clock);
        requests.saveAndFlush(new ApprovalRequest(
                currentActor.company().value(),
                id,
                question,
                new ApprovalRequest.Requested(
                        clock.instant(), currentActor.actor().toString())));
        if (!question.lines().isEmpty()) {
            before.ifPresent(request -> carried.carryOfSameLines(request.id(), id));
        }
        announcements.announce(
                question.subject(),
                concerns -> new ApprovalRequested(
                        currentActor.company(), currentActor.actor(), clock.instant(), question.subject(), concerns));
    }

    private boolean stillStands(ApprovalRequest request, ApprovalQuestion question) {
        return request.asksFor(question) && decisions.of(request.id()).stream().allMatch(ApprovalDecision::approves);
    }
}
