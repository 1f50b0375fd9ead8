package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who acts, for which company, when, and how others hear of it. */
@Component
public class Occasion {

    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Occasion(CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    public CompanyId company() {
        return currentActor.company();
    }

    public Actor actor() {
        return currentActor.actor();
    }

    public Instant now() {
        return clock.instant();
    }

    public UUID newId() {
        return NewId.at(clock);
    }

    public void tell(BusinessEvent event) {
        events.publishEvent(event);
    }
}
