package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;

/** Sends a supplier to its approval once more: corrected after it was returned, or after it was refused or withdrawn. */
@UseCase(Duty.MAINTAIN_PARTY)
public class SendSupplierAgain {

    private final CreationBook book;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SendSupplierAgain(CreationBook book, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.book = book;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if it was never proposed
     * @throws RuleViolation supplier.waits-already
     */
    public void send(PartyId party) {
        SupplierCreation creation = book.locked(party);
        if (!creation.state().maySendAgain()) {
            throw new RuleViolation("supplier.waits-already");
        }
        book.sendAgain(party);
        Instant now = clock.instant();
        events.publishEvent(
                creation.state() == CreationState.RETURNED
                        ? new SupplierSentAgain(currentActor.company(), currentActor.actor(), now, party)
                        : new SupplierProposed(currentActor.company(), currentActor.actor(), now, party));
    }
}
