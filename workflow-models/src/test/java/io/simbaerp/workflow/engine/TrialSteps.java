package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.logging.LoggedDocument;
import io.simbaerp.company.NumberSeries;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;

/** Steps of the trial process: they write to the books of numbers, tell an event and fail when they are told to. */
@Steps(process = "EngineTrial", duties = Duty.VIEW_LEDGER)
public class TrialSteps {

    public static final String SECRET = "Zażółć Sp. z o.o. owes 12345.67 PLN";

    /** What happened in the trial. */
    public record TrialFinished(CompanyId company, Actor actor, Instant at, Subject subject) implements BusinessEvent {}

    final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    final List<String> actors = new CopyOnWriteArrayList<>();
    final List<String> logged = new CopyOnWriteArrayList<>();

    private final NumberSeries numbers;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;

    TrialSteps(NumberSeries numbers, CurrentActor currentActor, ApplicationEventPublisher events) {
        this.numbers = numbers;
        this.currentActor = currentActor;
        this.events = events;
    }

    @Step
    public String begin(String subjectId) {
        actors.add(currentActor.get().toString());
        return Duty.CODE_INVOICE.name();
    }

    @Step
    public void finish(String subjectId) {
        logged.add(MDC.get(LoggedDocument.FIELD));
        actors.add(currentActor.get().toString());
        numbers.next("trial", 2026);
        events.publishEvent(new TrialFinished(
                currentActor.company(),
                currentActor.actor(),
                Instant.EPOCH,
                new Subject("trial", UUID.fromString(subjectId))));
        if (failing.contains(UUID.fromString(subjectId))) {
            throw new RuleViolation("trial.failing", SECRET);
        }
    }

    /** Not marked as a step: no model may call it. */
    public void secretDoor(String subjectId) {
        throw new AssertionError("reached");
    }
}
