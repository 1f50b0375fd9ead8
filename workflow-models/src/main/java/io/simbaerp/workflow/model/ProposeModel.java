package io.simbaerp.workflow.model;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.workflow.engine.gate.DeploymentRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Proposes another version of a process or a decision table; somebody else decides about it. */
@UseCase(Duty.PROPOSE_MODEL)
public class ProposeModel {

    private final ModelJudge judge;
    private final ModelBook book;
    private final BusinessDay businessDay;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposeModel(
            ModelJudge judge,
            ModelBook book,
            BusinessDay businessDay,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.judge = judge;
        this.book = book;
        this.businessDay = businessDay;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @throws DeploymentRefused if the gate would not let it pass
     * @throws RuleViolation model.reason-missing, model.effective-in-the-past
     */
    public UUID propose(ModelDraft draft) {
        if (draft.reason().isBlank() || draft.reason().length() > 1000) {
            throw RuleViolation.ofField("reason", "model.reason-missing");
        }
        LocalDate today = businessDay.today();
        LocalDate effective = draft.effectiveFrom() == null ? today : draft.effectiveFrom();
        if (effective.isBefore(today)) {
            throw RuleViolation.ofField("effectiveFrom", "model.effective-in-the-past", effective);
        }
        ModelJudge.Judged judged = judge.judge(draft.content());
        if (!judged.refusals().isEmpty()) {
            throw new DeploymentRefused(judged.refusals());
        }
        UUID version = book.propose(judged.model(), draft, effective);
        events.publishEvent(new ModelProposed(currentActor.company(), currentActor.actor(), clock.instant(), version));
        return version;
    }
}
