package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Lets a supplier be paid, in the name of the second person who approved it. Without a stored approval of exactly what it is now
 * it stays proposed, whoever asks: a person, or a process that was changed.
 */
@UseCase(Duty.RUN_PROCESS)
public class ApproveSupplier {

    private final CreationBook book;
    private final SupplierApproval approval;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ApproveSupplier(
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

    /** What came of it. */
    public enum Outcome {
        APPROVED,
        /** Nobody asked has approved the supplier as it stands now. */
        NOT_APPROVED,
        /** It was withdrawn meanwhile. */
        WITHDRAWN
    }

    /**
     * Approving what is approved already changes nothing.
     *
     * @throws NotFound if it was never proposed
     */
    public Outcome approve(PartyId party) {
        SupplierCreation creation = book.locked(party);
        if (creation.state() != CreationState.PROPOSED) {
            return creation.state() == CreationState.APPROVED ? Outcome.APPROVED : Outcome.WITHDRAWN;
        }
        Optional<UUID> approver =
                creation.proven() ? approval.approver(party.value(), creation.hash()) : Optional.empty();
        if (approver.isEmpty()) {
            return Outcome.NOT_APPROVED;
        }
        Instant now = clock.instant();
        book.approve(party, approver.get(), now);
        events.publishEvent(new SupplierApproved(currentActor.company(), currentActor.actor(), now, party));
        return Outcome.APPROVED;
    }
}
