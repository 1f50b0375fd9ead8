package io.simbaerp.controlled;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.controlled.upkeep.PeriodicReviews;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Begins the next version of a published document with what the newest one says. */
@UseCase(Duty.WRITE_CONTROLLED_DOCUMENT)
public class OpenRevision {

    private final Versions versions;
    private final ControlledDocuments documents;
    private final PeriodicReviews reviews;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenRevision(
            Versions versions,
            ControlledDocuments documents,
            PeriodicReviews reviews,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.documents = documents;
        this.reviews = reviews;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The draft; the one there is if one was begun already.
     *
     * @throws NotFound if there is no such document
     * @throws RuleViolation of controlled: withdrawn, not-published
     */
    public UUID open(@About("controlled-document") UUID document) {
        if (documents.byId(document).withdrawal() != null) {
            throw new RuleViolation("controlled.withdrawn");
        }
        Optional<VersionView> open = versions.open(document);
        if (open.isPresent()) {
            return open.get().id();
        }
        VersionView newest = versions.newest(document).orElseThrow(() -> new RuleViolation("controlled.not-published"));
        UUID draft = versions.add(document, copy(newest), newest.file(), authors(document));
        events.publishEvent(new ControlledDocumentDrafted(
                currentActor.company(), currentActor.actor(), clock.instant(), document, draft));
        return draft;
    }

    private static ControlledDraft copy(VersionView newest) {
        return new ControlledDraft(
                newest.title(),
                newest.kind(),
                newest.body(),
                null,
                null,
                newest.readers(),
                newest.readWithinDays(),
                newest.reviewMonths(),
                null);
    }

    /** Whoever begins it; where the process does, whoever decided so in the periodic review. */
    private List<String> authors(UUID document) {
        return currentActor.actor().kind() == Actor.Kind.PERSON
                ? Versions.authors(currentActor.get())
                : reviews.of(document).stream()
                        .limit(1)
                        .map(PeriodicReviews.Review::by)
                        .toList();
    }
}
