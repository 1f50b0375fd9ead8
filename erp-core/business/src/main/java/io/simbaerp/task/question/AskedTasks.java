package io.simbaerp.task.question;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.task.OpenTaskView;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The task behind a question: what is known of the matter is shown by that one's form. */
@Component
class AskedTasks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AskedTasks(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The latest task about the same subject that is no question itself, as its form sees it. */
    Optional<OpenTaskView> about(OpenTaskView question) {
        return jdbc.sql("""
                        select id, task_key, form, candidate_duties, rule from task.task
                         where company_id = :company and subject_id = :subject and form <> :question
                         order by (state = 'OPEN') desc, opened_at desc, id desc
                         limit 1""")
                .param("company", currentActor.company().value())
                .param("subject", question.subject().id())
                .param("question", QuestionForm.FORM)
                .query((row, number) -> new OpenTaskView(
                        row.getObject("id", UUID.class),
                        row.getString("task_key"),
                        row.getString("form"),
                        question.subject(),
                        question.documentId(),
                        Stream.of((String[]) row.getArray("candidate_duties").getArray())
                                .map(Duty::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        question.assignee(),
                        question.dueAt(),
                        question.outcomes(),
                        question.process(),
                        row.getString("rule")))
                .optional();
    }
}
