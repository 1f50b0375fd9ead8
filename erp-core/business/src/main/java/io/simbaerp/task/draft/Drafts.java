package io.simbaerp.task.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the reader has entered into a task and not yet sent. */
@Query(Duty.WORK_ON_TASK)
public class Drafts {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /**
     * Fields of a form as they were entered.
     *
     * @param fields by name, in the order of the form
     */
    public record Draft(Map<String, List<String>> fields, Instant savedAt) {

        /** For the page, which fills in the fields that its template doesn't. */
        public String json() {
            return JSON.writeValueAsString(fields);
        }
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Drafts(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The reader's own draft of a task. */
    public Optional<Draft> of(UUID taskId) {
        return currentActor.actor().userId().flatMap(person -> jdbc.sql("""
                        select fields, saved_at from task.draft
                         where company_id = :company and task_id = :task and person = :person""")
                .param("company", currentActor.company().value())
                .param("task", taskId)
                .param("person", person)
                .query(Drafts::draft)
                .optional());
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                JSON.readValue(row.getString("fields"), FIELDS),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
