package io.simbaerp.controlled;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Ends a review with a no: the version goes back to its authors as a draft, or is rejected for good, with the reason. */
@UseCase(Duty.PUBLISH_CONTROLLED_DOCUMENT)
public class EndReview {

    private final Versions versions;
    private final Approvals approvals;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndReview(
            Versions versions,
            Approvals approvals,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.approvals = approvals;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Does nothing to a version that is not in review. */
    public void end(@About("controlled-version") UUID version, Decision decision) {
        VersionView submitted = versions.locked(version);
        if (submitted.standing() != Standing.IN_REVIEW) {
            return;
        }
        boolean back = decision == Decision.RETURN;
        versions.end(version, back ? "DRAFT" : "REJECTED", reason(version));
        UUID document = submitted.documentId();
        events.publishEvent(
                back
                        ? new ControlledDocumentReturned(
                                currentActor.company(), currentActor.actor(), clock.instant(), document, version)
                        : new ControlledDocumentRejected(
                                currentActor.company(), currentActor.actor(), clock.instant(), document, version));
    }

    private @Nullable String reason(UUID version) {
        return approvals.of(Versions.subject(version)).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() != Decision.APPROVE)
                .map(ApprovalDecisionView::comment)
                .filter(Objects::nonNull)
                .reduce((first, last) -> last)
                .orElse(null);
    }
}
