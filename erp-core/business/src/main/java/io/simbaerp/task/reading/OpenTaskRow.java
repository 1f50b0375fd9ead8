package io.simbaerp.task.reading;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import io.simbaerp.task.OpenTaskView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a row of {@code task.task} that a statement of the desk's modules selected for itself. */
public final class OpenTaskRow {

    /** What {@link #read} needs, of the table {@code task.task t}. */
    public static final String COLUMNS = """
            t.id, t.task_key, t.form, t.process, t.rule, t.subject_kind, t.subject_id, t.document_id, t.candidate_duties,
            t.assignee, t.due_at, t.outcomes
            """;

    private OpenTaskRow() {}

    public static OpenTaskView read(ResultSet row, int number) throws SQLException {
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new OpenTaskView(
                row.getObject("id", UUID.class),
                row.getString("task_key"),
                row.getString("form"),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getObject("document_id", UUID.class),
                Set.copyOf(duties(row)),
                row.getObject("assignee", UUID.class),
                dueAt == null ? null : dueAt.toInstant(),
                List.of((String[]) row.getArray("outcomes").getArray()),
                row.getString("process"),
                row.getString("rule"));
    }

    /** The duties that may take it, in the order they are stored in. */
    public static List<Duty> duties(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("candidate_duties").getArray())
                .map(Duty::valueOf)
                .toList();
    }
}
