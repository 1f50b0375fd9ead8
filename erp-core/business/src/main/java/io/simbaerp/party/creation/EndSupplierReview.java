package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Ends the approval of a supplier with a no: it goes back for correction, or is refused, with the second person's reason. */
@UseCase(Duty.RUN_PROCESS)
public class EndSupplierReview {

    private final CreationBook book;
    private final SupplierApproval approval;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EndSupplierReview(
            CreationBook book,
            SupplierApproval approval,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.book = book;
        this.approval = approval;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Does nothing to a supplier that does not wait, nor without a stored no.
     *
     * @param refused whether it is refused, and not only returned
     * @throws NotFound if it was never proposed
     */
    public void end(PartyId party, boolean refused) {
        SupplierCreation creation = book.locked(party);
        Optional<String> reason = approval.refusal(party.value());
        if (creation.state() != CreationState.PROPOSED || reason.isEmpty()) {
            return;
        }
        book.end(party, refused ? CreationState.REFUSED : CreationState.RETURNED, reason.get());
        Instant now = clock.instant();
        events.publishEvent(
                refused
                        ? new SupplierRefused(currentActor.company(), currentActor.actor(), now, party)
                        : new SupplierReturned(currentActor.company(), currentActor.actor(), now, party));
    }
}
