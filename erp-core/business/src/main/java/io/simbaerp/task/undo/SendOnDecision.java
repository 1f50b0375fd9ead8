package io.simbaerp.task.undo;

import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Carries a held decision out, as the person who decided; a moment later it can't be taken back any more. */
@UseCase(Duty.WORK_ON_TASK)
public class SendOnDecision {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CompleteTask completeTask;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    SendOnDecision(CompleteTask completeTask, JdbcClient jdbc, CurrentActor currentActor) {
        this.completeTask = completeTask;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * Does nothing if it was taken back, replaced by a later one or sent on by another node meanwhile.
     *
     * @return whether it was sent on
     * @throws io.simbaerp.architecture.RuleViolation whatever the decision breaks by now
     */
    public boolean sendOn(@About("task") UUID taskId, Instant until) {
        lockTask(jdbc, currentActor.company(), taskId);
        Optional<TaskCompletion> decision = held(taskId, until);
        decision.ifPresent(completeTask::complete);
        return decision.isPresent();
    }

    private Optional<TaskCompletion> held(UUID taskId, Instant until) {
        return jdbc.sql("""
                        select outcome, comment, coding, content_hash from task.held_decision
                         where company_id = :company and task_id = :task and person = :person
                           and send_on_at <= :until and refused_rule is null""")
                .param("company", currentActor.company().value())
                .param("task", taskId)
                .param("person", currentActor.get().principal().orElse(null), java.sql.Types.OTHER)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    String coding = row.getString("coding");
                    return new TaskCompletion(
                            taskId,
                            row.getString("outcome"),
                            row.getString("comment"),
                            coding == null ? null : JSON.readTree(coding),
                            row.getString("content_hash"));
                })
                .optional();
    }

    /** Sending on and taking back begin alike, so that one of them waits for the other. */
    static void lockTask(JdbcClient jdbc, CompanyId company, UUID taskId) {
        jdbc.sql("select 1 from task.task where company_id = ? and id = ? for update")
                .params(company.value(), taskId)
                .query(Integer.class)
                .optional();
    }
}
