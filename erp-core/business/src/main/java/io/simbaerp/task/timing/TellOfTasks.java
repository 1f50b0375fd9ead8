package io.simbaerp.task.timing;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Reminds of tasks, or tells superiors that they are late: so many at a time, each once. */
@UseCase(Duty.RUN_PROCESS)
public class TellOfTasks {

    /** Few at a time, for they are held meanwhile: whoever decides one of them waits. */
    static final int MOST = 10;

    private final LateTasks lateTasks;
    private final ToldPeople people;
    private final ActBook book;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TellOfTasks(
            LateTasks lateTasks,
            ToldPeople people,
            ActBook book,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lateTasks = lateTasks;
        this.people = people;
        this.book = book;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells of those that were due by a moment.
     *
     * @param steps how many steps above; none where whoever should do it is reminded
     * @param alone only of this task; of as many as are held at once if nothing
     * @return whether there may be more
     */
    public boolean tell(TimeRule rule, int steps, Instant until, @Nullable UUID alone) {
        List<LateTask> late = alone == null
                ? lateTasks.of(rule, steps, until, MOST)
                : lateTasks.one(rule, steps, alone, until).stream().toList();
        ToldPeople.Known known = people.known();
        late.forEach(task -> {
            ToldPeople.Above told = rule.act() == TimeAct.ESCALATE
                    ? known.above(task, steps)
                    : new ToldPeople.Above(known.holders(task), false);
            book.act(rule, task, steps, told.top()).ifPresent(act -> {
                book.tell(act, task, told.people());
                events.publishEvent(event(rule, act, task));
            });
        });
        return alone == null && late.size() == MOST;
    }

    private BusinessEvent event(TimeRule rule, UUID act, LateTask task) {
        Instant now = clock.instant();
        return rule.act() == TimeAct.ESCALATE
                ? new TaskEscalated(currentActor.company(), currentActor.actor(), now, act, task.concerns())
                : new TaskReminded(currentActor.company(), currentActor.actor(), now, act, task.concerns());
    }
}
