package io.simbaerp.party.creation;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.PartyId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Takes a proposed supplier back: nobody is asked about it any more, and nothing is paid to it. */
@UseCase(Duty.MAINTAIN_PARTY)
public class WithdrawSupplier {

    private static final int LONGEST_REASON = 500;

    private final CreationBook book;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    WithdrawSupplier(CreationBook book, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.book = book;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if it was never proposed
     * @throws RuleViolation of supplier: closed, withdrawn-by-authors-only, reason-missing
     */
    public void withdraw(PartyId party, @Nullable String reason) {
        SupplierCreation creation = book.locked(party);
        if (!creation.state().isOpen()) {
            throw new RuleViolation("supplier.closed");
        }
        boolean author = currentActor.get().isAnyOf(creation.authors().toArray(String[]::new));
        if (!author && !creation.authors().isEmpty()) {
            throw new RuleViolation("supplier.withdrawn-by-authors-only");
        }
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "supplier.reason-missing", LONGEST_REASON);
        }
        book.end(party, CreationState.WITHDRAWN, reason.strip());
        events.publishEvent(
                new SupplierWithdrawn(currentActor.company(), currentActor.actor(), clock.instant(), party));
    }
}
