package io.simbaerp.controlled;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Changes the draft of a version; whoever does is one of its authors from then on. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class ChangeDraft {

    private final Versions versions;
    private final Texts texts;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeDraft(
            Versions versions, Texts texts, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.texts = texts;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param edition the edition that was read
     * @throws NotFound if there is no such version
     * @throws RuleViolation of controlled: not-a-draft, text-missing, reader-unknown
     * @throws io.simbaerp.architecture.Conflict controlled.changed-meanwhile
     */
    public void change(@About("controlled-version") UUID version, int edition, ControlledDraft draft) {
        VersionView before = versions.locked(version);
        if (before.standing() != Standing.DRAFT) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        versions.change(version, edition, draft, texts.file(draft, before.file()));
        events.publishEvent(new ControlledDocumentDrafted(
                currentActor.company(), currentActor.actor(), clock.instant(), before.documentId(), version));
    }
}
