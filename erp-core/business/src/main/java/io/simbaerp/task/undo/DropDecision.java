package io.simbaerp.task.undo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a held decision fall that can't be carried out any more, and keeps the reason for its person. */
@UseCase(Duty.WORK_ON_TASK)
public class DropDecision {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DropDecision(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Does nothing if it was taken back or sent on meanwhile. */
    public void drop(@About("task") UUID taskId, RuleViolation why) {
        Acting acting = currentActor.get();
        int fell = jdbc.sql("""
                        update task.held_decision set refused_rule = :rule, refused_args = :args
                         where company_id = :company and task_id = :task and refused_rule is null""")
                .param("rule", why.rule())
                .param("args", why.args().stream().map(String::valueOf).toArray(String[]::new))
                .param("company", acting.company().value())
                .param("task", taskId)
                .update();
        if (fell > 0) {
            events.publishEvent(new TaskDecisionFell(acting.company(), acting.actor(), clock.instant(), taskId));
        }
    }
}
