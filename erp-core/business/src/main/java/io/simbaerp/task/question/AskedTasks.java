package io.simbaerp.task.question;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.reading.OpenTaskRow;
import java.util.Optional;
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
        return jdbc.sql("select " + OpenTaskRow.COLUMNS + """
                          from task.task t
                         where t.company_id = :company and t.subject_id = :subject and t.form <> :question
                         order by (t.state = 'OPEN') desc, t.opened_at desc, t.id desc
                         limit 1""")
                .param("company", currentActor.company().value())
                .param("subject", question.subject().id())
                .param("question", QuestionForm.FORM)
                .query(OpenTaskRow::read)
                .optional()
                .map(asked -> asked.seenBy(question));
    }
}
