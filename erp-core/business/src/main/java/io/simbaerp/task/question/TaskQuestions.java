package io.simbaerp.task.question;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskPage;
import io.simbaerp.task.TaskView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked about a task and answered, and who can be asked. */
@Query(Duty.WORK_ON_TASK)
public class TaskQuestions {

    private static final String SELECT = """
            select id, task_id, answer_task_id, asked_by, asked_of, asked_at, question, answer, answered_by, answered_at,
                   ended_at
              from task.question
             where company_id = :company and %s
             order by asked_at, id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Colleagues colleagues;
    private final TaskForms forms;

    TaskQuestions(JdbcClient jdbc, CurrentActor currentActor, Colleagues colleagues, @Lazy TaskForms forms) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.colleagues = colleagues;
        this.forms = forms;
    }

    /** Everything asked about the same subject, the oldest first. */
    public List<QuestionView> about(Subject subject) {
        return jdbc.sql(SELECT.formatted("subject_kind = :kind and subject_id = :id"))
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(TaskQuestions::view)
                .list();
    }

    /** What a task asks, if it is a question's. */
    public Optional<QuestionView> ofAnswerTask(UUID task) {
        return one("answer_task_id = :id", task);
    }

    Optional<QuestionView> byId(UUID id) {
        return one("id = :id", id);
    }

    /**
     * Who can be asked about a task: first whoever worked on the matter last, such as the coder, then everybody else who
     * works on tasks, by name.
     */
    public List<Colleagues.Colleague> askable(TaskView task) {
        UUID reader = currentActor.actor().userId().orElse(null);
        List<UUID> worked = workedOn(task);
        List<Colleagues.Colleague> people = new ArrayList<>(colleagues.holding(Duty.WORK_ON_TASK));
        people.removeIf(person -> person.id().equals(reader));
        people.sort(Comparator.comparingInt(
                person -> worked.contains(person.id()) ? worked.indexOf(person.id()) : worked.size()));
        return people;
    }

    /**
     * What stands beside a question about the task.
     *
     * @throws io.simbaerp.architecture.NotFound if the reader may not see it
     */
    Optional<TaskPage.Part> paper(OpenTaskView task) {
        return Optional.ofNullable(forms.of(task.form()).page(task).paper());
    }

    private List<UUID> workedOn(TaskView task) {
        return jdbc.sql("""
                        select assignee from task.task
                         where company_id = :company and subject_id = :subject and state = 'DONE'
                           and assignee is not null
                         group by assignee order by max(ended_at) desc""")
                .param("company", currentActor.company().value())
                .param("subject", task.subject().id())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private Optional<QuestionView> one(String condition, UUID id) {
        return jdbc.sql(SELECT.formatted(condition))
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(TaskQuestions::view)
                .optional();
    }

    private static QuestionView view(ResultSet row, int number) throws SQLException {
        return new QuestionView(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("answer_task_id", UUID.class),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_of", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("question"),
                row.getString("answer"),
                row.getObject("answered_by", UUID.class),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
