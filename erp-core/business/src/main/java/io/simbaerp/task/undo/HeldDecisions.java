package io.simbaerp.task.undo;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.task.TaskView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which decisions are held, and which fell. */
@Query(Duty.WORK_ON_TASK)
public class HeldDecisions {

    private static final int PER_RUN = 500;

    /**
     * A decision whose time to be taken back is over.
     *
     * @param substitute who made it for the person, if not the person did
     */
    record Due(UUID taskId, UUID person, @Nullable UUID substitute) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final SentOnDecisions sentOn;

    HeldDecisions(JdbcClient jdbc, CurrentActor currentActor, SentOnDecisions sentOn) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.sentOn = sentOn;
    }

    /** Whether the reader can take a decision of theirs back although it was sent on: nobody has begun with what follows. */
    public boolean canBeTakenBack(TaskView task) {
        return currentActor.get().principal().equals(Optional.ofNullable(task.assignee()))
                && sentOn.canBeTakenBack(task);
    }

    /** The reader's own decision about a task. */
    public Optional<HeldDecision> of(UUID taskId) {
        Acting acting = currentActor.get();
        return jdbc.sql("""
                        select outcome, send_on_at, refused_rule, refused_args from task.held_decision
                         where company_id = :company and task_id = :task and person = :person""")
                .param("company", acting.company().value())
                .param("task", taskId)
                .param("person", acting.principal().orElse(null), java.sql.Types.OTHER)
                .query((row, number) -> new HeldDecision(
                        row.getString("outcome"),
                        row.getObject("send_on_at", OffsetDateTime.class).toInstant(),
                        row.getString("refused_rule"),
                        List.of((String[]) row.getArray("refused_args").getArray())))
                .optional();
    }

    List<Due> dueUntil(Instant until) {
        return jdbc.sql("""
                        select task_id, person, substitute from task.held_decision
                         where company_id = :company and send_on_at <= :until and refused_rule is null
                         order by send_on_at, task_id limit :most""")
                .param("company", currentActor.company().value())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", PER_RUN)
                .query((row, number) -> new Due(
                        row.getObject("task_id", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("substitute", UUID.class)))
                .list();
    }
}
