package io.simbaerp.approval.added;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.reading.OpenTaskRow;
import java.util.Optional;
import java.util.UUID;
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

    /** The approver's task that waits for it; while it is being added, the task that whoever adds somebody has taken. */
    Optional<OpenTaskView> about(OpenTaskView added) {
        return jdbc.sql("select " + OpenTaskRow.COLUMNS + """
                          from task.task t
                          left join approval.added_approval a on a.company_id = t.company_id and a.task_id = t.id
                               and a.own_task_id = :task
                         where t.company_id = :company and t.subject_id = :subject and t.subject_kind = :kind
                           and (a.id is not null or t.state = 'OPEN' and t.assignee = any (:people)
                                and t.engine_task_id not like :direct)
                         order by a.id is null, t.opened_at desc, t.id desc
                         limit 1""")
                .param("company", currentActor.company().value())
                .param("task", added.id())
                .param("subject", added.subject().id())
                .param("kind", added.subject().kind())
                .param("people", currentActor.get().people().toArray(UUID[]::new))
                .param("direct", TaskDraft.DIRECT + "%")
                .query(OpenTaskRow::read)
                .optional()
                .map(asked -> asked.seenBy(added));
    }
}
