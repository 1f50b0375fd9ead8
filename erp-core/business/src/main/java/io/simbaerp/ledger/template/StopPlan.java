package io.simbaerp.ledger.template;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops a plan: what it has not posted yet is not posted any more. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class StopPlan {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StopPlan(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Stops it, for good.
     *
     * @throws NotFound if there is no such plan
     */
    public void stop(@About("entry-plan") UUID plan) {
        int stopped = jdbc.sql("update ledger.entry_plan set stopped = true, version = version + 1"
                        + " where company_id = ? and id = ?")
                .params(currentActor.company().value(), plan)
                .update();
        if (stopped == 0) {
            throw new NotFound("entry-plan", plan);
        }
        events.publishEvent(new PlanStopped(currentActor.company(), currentActor.actor(), clock.instant(), plan));
    }
}
