package io.simbaerp.identity.parttime;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.workingday.WorkingDays;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Lets somebody's days and hours be the company's again. */
@UseCase(Duty.ADMINISTER)
public class EndPartTime {

    private final PartTimeRows rows;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndPartTime(
            PartTimeRows rows,
            WorkingDays workingDays,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.workingDays = workingDays;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound of anybody who works as the company does */
    public void end(@About("user") UUID person) {
        if (!rows.remove(person)) {
            throw new NotFound("part-time", person);
        }
        workingDays.forget();
        events.publishEvent(new PartTimeChanged(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }
}
