package io.simbaerp.approval.added;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The approver's task behind an addition: what is known of the matter is shown by that one's form. */
@Component
class AskedMatter {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AskedMatter(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    static OpenTaskView of(TaskView task) {
        return new OpenTaskView(
                task.id(),
                task.key(),
                task.form(),
                task.subject(),
                task.documentId(),
                Set.copyOf(task.candidateDuties()),
                task.assignee(),
                task.dueAt(),
                task.outcomes(),
                task.process(),
                task.rule());
    }

    /** The latest one about the same subject that several could decide. */
    Optional<OpenTaskView> about(OpenTaskView added) {
        return jdbc.sql("""
                        select id, task_key, form, candidate_duties, outcomes, process, rule from task.task
                         where company_id = :company and subject_id = :subject and subject_kind = :kind
                           and cardinality(candidate_duties) > 0
                         order by (state = 'OPEN') desc, opened_at desc, id desc
                         limit 1""")
                .param("company", currentActor.company().value())
                .param("subject", added.subject().id())
                .param("kind", added.subject().kind())
                .query((row, number) -> view(added, row))
                .optional();
    }

    private static OpenTaskView view(OpenTaskView added, ResultSet row) throws SQLException {
        return new OpenTaskView(
                row.getObject("id", UUID.class),
                row.getString("task_key"),
                row.getString("form"),
                added.subject(),
                added.documentId(),
                Stream.of((String[]) row.getArray("candidate_duties").getArray())
                        .map(Duty::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                added.assignee(),
                added.dueAt(),
                List.of((String[]) row.getArray("outcomes").getArray()),
                row.getString("process"),
                row.getString("rule"));
    }
}
