package io.simbaerp.expense;

import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells others what happened to a claim. */
@Component
class ClaimNews {

    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClaimNews(CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    void changed(UUID claim) {
        events.publishEvent(new ChangeClaim.ExpenseClaimChanged(
                currentActor.company(), currentActor.actor(), clock.instant(), claim));
    }
}
