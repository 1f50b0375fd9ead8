package io.simbaerp.task.question;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.identity.Colleagues;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.OpenTask;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.delegation.MayTakeOver;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks somebody about a task, as a task of theirs. The task itself stays with whoever asks. */
@UseCase(Duty.WORK_ON_TASK)
public class AskQuestion {

    static final int MOST_CHARACTERS = 2000;

    private final ClaimTask claimTask;
    private final OpenTask openTask;
    private final TaskQuestions questions;
    private final MayTakeOver mayTakeOver;
    private final JdbcClient jdbc;
    private final Telling telling;

    AskQuestion(
            ClaimTask claimTask,
            OpenTask openTask,
            TaskQuestions questions,
            MayTakeOver mayTakeOver,
            JdbcClient jdbc,
            Telling telling) {
        this.claimTask = claimTask;
        this.openTask = openTask;
        this.questions = questions;
        this.mayTakeOver = mayTakeOver;
        this.jdbc = jdbc;
        this.telling = telling;
    }

    /**
     * Takes the task if it is free.
     *
     * @param person who is asked; nothing for whoever worked on the matter last, such as the coder
     * @return the question's id
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.Conflict task.taken, task.closed
     * @throws RuleViolation question.missing, question.too-long, question.nobody, question.may-not-see,
     *     question.of-question
     */
    public UUID ask(@About("task") UUID taskId, @Nullable UUID person, @Nullable String text) {
        // First, so that a task of somebody else's is not there whatever is asked. Refused, it is not taken either.
        TaskView task = claimTask.claim(taskId);
        String question = text == null ? "" : text.strip();
        if (question.isEmpty()) {
            throw RuleViolation.ofField("text", "question.missing");
        }
        if (question.length() > MOST_CHARACTERS) {
            throw RuleViolation.ofField("text", "question.too-long", MOST_CHARACTERS);
        }
        if (task.key().equals(QuestionForm.KEY)) {
            throw new RuleViolation("question.of-question");
        }
        UUID asked = whom(task, person);
        mayTakeOver.shownTo(task.id(), asked, "question.may-not-see", () -> questions.paper(OpenTaskView.of(task)));
        UUID id = NewId.at(telling.clock());
        UUID answerTask = openTask.open(draft(id, task, asked));
        store(id, task, asked, answerTask, question);
        Acting acting = telling.currentActor().get();
        telling.events()
                .publishEvent(new QuestionAsked(
                        acting.company(), acting.actor(), telling.clock().instant(), id, task.documentId()));
        return id;
    }

    private UUID whom(TaskView task, @Nullable UUID person) {
        return questions.askable(task).stream()
                .map(Colleagues.Colleague::id)
                .filter(askable -> person == null || askable.equals(person))
                .findFirst()
                .orElseThrow(() -> RuleViolation.ofField("person", "question.nobody"));
    }

    private static TaskDraft draft(UUID id, TaskView task, UUID asked) {
        return new TaskDraft(
                TaskDraft.DIRECT + id,
                QuestionForm.KEY,
                QuestionForm.FORM,
                task.documentId(),
                task.subject(),
                Set.of(),
                task.dueAt(),
                List.of(QuestionForm.ANSWER),
                task.process(),
                null,
                asked);
    }

    private void store(UUID id, TaskView task, UUID asked, UUID answerTask, String question) {
        Acting acting = telling.currentActor().get();
        jdbc.sql("""
                        insert into task.question (company_id, id, task_id, answer_task_id, subject_kind, subject_id,
                                                   asked_by, asked_of, asked_at, question)
                        values (:company, :id, :task, :answerTask, :kind, :subject, :by, :of, :at, :question)""")
                .param("company", acting.company().value())
                .param("id", id)
                .param("task", task.id())
                .param("answerTask", answerTask)
                .param("kind", task.subject().kind())
                .param("subject", task.subject().id())
                .param("by", acting.actor().userId().orElseThrow())
                .param("of", asked)
                .param("at", telling.clock().instant().atOffset(ZoneOffset.UTC))
                .param("question", question)
                .update();
    }
}
