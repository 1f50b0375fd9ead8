package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time rules in force, and what they can be about. */
@Query(Duty.WORK_ON_TASK)
public class TimeRules {

    private static final String SELECT = """
            select id, act, process, task_key, document_type, span, outcome, set_by, set_at, weight
              from task.time_rule where company_id = :company""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ObjectProvider<DeskSteps> steps;

    TimeRules(JdbcClient jdbc, CurrentActor currentActor, ObjectProvider<DeskSteps> steps) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.steps = steps;
    }

    /** By what they do, the most general and then the latest to act first. */
    public List<TimeRule> inForce() {
        return jdbc.sql(SELECT + " and ended_at is null order by act, weight, process, task_key, span desc, id")
                .param("company", currentActor.company().value())
                .query(TimeRules::view)
                .list();
    }

    /**
     * One of them, in force or not.
     *
     * @throws NotFound if there is none
     */
    public TimeRule byId(UUID id) {
        return jdbc.sql(SELECT + " and id = :id")
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(TimeRules::view)
                .optional()
                .orElseThrow(() -> new NotFound("time-rule", id));
    }

    /** The steps of processes a rule can be about. */
    public List<DeskSteps.DeskStep> steps() {
        return steps.stream().flatMap(port -> port.all().stream()).toList();
    }

    /** The types of documents a rule can be about, as limits of duties name them. */
    public static List<String> documentTypes() {
        return List.of("purchase-invoice", "credit-note", "payment-run", "journal-entry");
    }

    private static TimeRule view(ResultSet row, int number) throws SQLException {
        return new TimeRule(
                row.getObject("id", UUID.class),
                TimeAct.valueOf(row.getString("act")),
                row.getString("process"),
                row.getString("task_key"),
                row.getString("document_type"),
                row.getInt("span"),
                row.getString("outcome"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getInt("weight"));
    }
}
