package io.simbaerp.workflow.model;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Rejects the version of a model somebody else proposed. */
@UseCase(Duty.DEPLOY_MODEL)
public class RejectModel {

    private final ModelBook book;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RejectModel(ModelBook book, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws RuleViolation model.own-proposal, model.in-own-name-only, model.reason-missing
     * @throws io.simbaerp.architecture.Conflict model.decided-already
     */
    public void reject(@About("model-version") UUID version, String reason) {
        if (reason.isBlank() || reason.length() > 1000) {
            throw RuleViolation.ofField("comment", "model.reason-missing");
        }
        ModelBook.Proposal proposal = book.undecided(version);
        book.requireSecondPerson(proposal);
        book.decide(proposal, "REJECTED", reason, null);
        events.publishEvent(new ModelRejected(currentActor.company(), currentActor.actor(), clock.instant(), version));
    }
}
