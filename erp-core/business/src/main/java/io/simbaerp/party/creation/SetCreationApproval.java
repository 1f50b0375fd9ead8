package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Sets whether a second person approves new suppliers. It holds for who becomes a supplier from now on; what is proposed
 * already stays so until somebody decides.
 */
@UseCase(Duty.ADMINISTER)
public class SetCreationApproval {

    private final CreationBook book;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetCreationApproval(CreationBook book, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.book = book;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    public void set(boolean needed) {
        book.askForApproval(needed);
        events.publishEvent(new CreationApprovalSet(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
