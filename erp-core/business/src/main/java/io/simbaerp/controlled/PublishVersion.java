package io.simbaerp.controlled;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes exactly what was approved. From then on it is read, confirmed and superseded, never changed. */
@UseCase(Duty.PUBLISH_CONTROLLED_DOCUMENT)
public class PublishVersion {

    private final Versions versions;
    private final Approvals approvals;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishVersion(
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

    /** What came of it. */
    public enum Outcome {
        PUBLISHED,
        NOT_APPROVED
    }

    /** Publishing what is published already changes nothing. */
    public Outcome publish(@About("controlled-version") UUID version) {
        VersionView submitted = versions.locked(version);
        if (submitted.standing().isPublished()) {
            return Outcome.PUBLISHED;
        }
        Optional<String> approver = approver(submitted);
        if (submitted.standing() != Standing.IN_REVIEW || approver.isEmpty()) {
            return Outcome.NOT_APPROVED;
        }
        versions.publish(version, approver.get());
        events.publishEvent(new ControlledDocumentPublished(
                currentActor.company(), currentActor.actor(), clock.instant(), submitted.documentId(), version));
        return Outcome.PUBLISHED;
    }

    private Optional<String> approver(VersionView version) {
        if (!approvals.granted(Versions.subject(version.id()), version.contentHash())) {
            return Optional.empty();
        }
        return approvals.of(Versions.subject(version.id())).stream()
                .filter(ApprovalDecisionView::live)
                .filter(decision -> decision.decision() == Decision.APPROVE)
                .map(decision -> decision.by().toString())
                .reduce((first, last) -> last);
    }
}
