package io.simbaerp.document;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to documents, with who did it and when. */
@Component
class DocumentNews {

    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DocumentNews(CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    void received(DocumentId id) {
        events.publishEvent(new DocumentReceived(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    void receivedAgain(DocumentId id) {
        events.publishEvent(
                new DocumentReceivedAgain(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    void registered(DocumentId id, Actor askedBy) {
        Actor actor = currentActor.actor();
        events.publishEvent(new DocumentRegistered(
                currentActor.company(), actor, actor.equals(askedBy) ? null : askedBy, clock.instant(), id));
    }

    void quarantined(DocumentId id) {
        events.publishEvent(new DocumentQuarantined(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    void findingsAdded(DocumentId id) {
        events.publishEvent(
                new DocumentFindingsAdded(currentActor.company(), currentActor.actor(), clock.instant(), id));
    }

    void moved(DocumentId id, DocumentState state) {
        events.publishEvent(
                new DocumentMoved(currentActor.company(), currentActor.actor(), clock.instant(), id, state));
    }
}
