package io.simbaerp.controlled;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Begins a policy or a page of the knowledge base with the draft of its first version. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class BeginControlledDocument {

    private final Versions versions;
    private final Texts texts;
    private final Numbered numbered;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeginControlledDocument(
            Versions versions,
            Texts texts,
            Numbered numbered,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.texts = texts;
        this.numbered = numbered;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The draft that was begun; the same key gives the first one again.
     *
     * @throws RuleViolation of controlled: text-missing, reader-unknown
     * @throws Conflict controlled.key-used-otherwise
     */
    public VersionView begin(ControlledDraft draft, @Nullable String idempotencyKey) {
        Optional<UUID> before = numbered.withKey(idempotencyKey);
        if (before.isPresent()) {
            VersionView first = versions.of(List.of(before.get())).stream()
                    .reduce((newer, older) -> older)
                    .orElseThrow();
            if (!first.title().equals(draft.title())) {
                throw new Conflict("controlled.key-used-otherwise");
            }
            return first;
        }
        VersionView.FileView file = texts.file(draft, null);
        UUID document = numbered.add(idempotencyKey);
        UUID version = versions.add(document, draft, file, Versions.authors(currentActor.get()));
        events.publishEvent(new ControlledDocumentDrafted(
                currentActor.company(), currentActor.actor(), clock.instant(), document, version));
        return versions.byId(version);
    }
}
