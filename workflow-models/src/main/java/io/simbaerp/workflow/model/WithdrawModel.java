package io.simbaerp.workflow.model;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Takes back the own proposal before anybody decided about it. */
@UseCase(Duty.PROPOSE_MODEL)
public class WithdrawModel {

    private final ModelBook book;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WithdrawModel(ModelBook book, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws RuleViolation model.not-own-proposal
     * @throws io.simbaerp.architecture.Conflict model.decided-already
     */
    public void withdraw(@About("model-version") UUID version) {
        ModelBook.Proposal proposal = book.undecided(version);
        if (!proposal.proposedBy().equals(book.person())) {
            throw new RuleViolation("model.not-own-proposal");
        }
        book.decide(proposal, "WITHDRAWN", "", null);
        events.publishEvent(new ModelWithdrawn(currentActor.company(), currentActor.actor(), clock.instant(), version));
    }
}
