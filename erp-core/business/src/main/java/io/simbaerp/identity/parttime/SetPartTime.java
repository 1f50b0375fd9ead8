package io.simbaerp.identity.parttime;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.workingday.WorkingDays;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;

/** Says on which days and in which hours somebody works. Tasks that are open keep the due time they have. */
@UseCase(Duty.ADMINISTER)
public class SetPartTime {

    private final PartTimeRows rows;
    private final WorkingDays workingDays;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SetPartTime(
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

    /**
     * @throws io.simbaerp.architecture.NotFound of anybody who doesn't work here
     * @throws RuleViolation working-week.hours-missing, working-week.hours-turned, working-week.days-missing
     */
    public void set(@About("user") UUID person, PartTimeDraft draft) {
        rows.requireMember(person);
        LocalTime opens = draft.opens();
        LocalTime closes = draft.closes();
        if (opens == null || closes == null) {
            throw RuleViolation.ofField(opens == null ? "opens" : "closes", "working-week.hours-missing");
        }
        if (!opens.isBefore(closes)) {
            throw RuleViolation.ofField("closes", "working-week.hours-turned");
        }
        if (draft.days() == null
                || draft.days().isEmpty()
                || draft.days().stream().anyMatch(Objects::isNull)) {
            throw RuleViolation.ofField("days", "working-week.days-missing");
        }
        rows.keep(person, opens, closes, Set.copyOf(draft.days()));
        workingDays.forget();
        events.publishEvent(new PartTimeChanged(currentActor.company(), currentActor.actor(), clock.instant(), person));
    }
}
