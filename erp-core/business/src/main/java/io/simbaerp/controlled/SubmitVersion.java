package io.simbaerp.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.Colleagues;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Sends a draft to its review. From here on it is changed by nobody until somebody has decided. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class SubmitVersion {

    private final Versions versions;
    private final ControlledDocuments documents;
    private final Colleagues colleagues;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmitVersion(
            Versions versions,
            ControlledDocuments documents,
            Colleagues colleagues,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.documents = documents;
        this.colleagues = colleagues;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param edition the edition that was read
     * @throws NotFound if there is no such version
     * @throws RuleViolation of controlled: not-a-draft, withdrawn, nobody-reviews
     * @throws Conflict controlled.changed-meanwhile
     */
    public void submit(@About("controlled-version") UUID version, int edition) {
        VersionView draft = versions.locked(version);
        if (draft.standing() != Standing.DRAFT) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        if (draft.edition() != edition) {
            throw new Conflict("controlled.changed-meanwhile");
        }
        if (documents.byId(draft.documentId()).withdrawal() != null) {
            throw new RuleViolation("controlled.withdrawn");
        }
        versions.submit(version);
        VersionView submitted = versions.byId(version);
        if (colleagues.holding(Duty.REVIEW_CONTROLLED_DOCUMENT).stream().allMatch(colleague -> submitted
                .authors()
                .contains(Actor.person(colleague.id()).toString()))) {
            throw new RuleViolation("controlled.nobody-reviews");
        }
        events.publishEvent(new ControlledDocumentSubmitted(
                currentActor.company(), currentActor.actor(), clock.instant(), draft.documentId(), version));
    }
}
