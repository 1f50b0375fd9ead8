package io.simbaerp.task.question;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what somebody asked about a task. Reached by deciding the question's own task. */
@UseCase(Duty.WORK_ON_TASK)
public class AnswerColleague {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AnswerColleague(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @throws NotFound if the task is no question's, or was answered
     * @throws RuleViolation question.answer-missing, question.too-long
     */
    public void answer(@About("task") UUID answerTask, @Nullable UUID documentId, @Nullable String text) {
        String answer = text == null ? "" : text.strip();
        if (answer.isEmpty()) {
            throw RuleViolation.ofField("answer", "question.answer-missing");
        }
        if (answer.length() > AskQuestion.MOST_CHARACTERS) {
            throw RuleViolation.ofField("answer", "question.too-long", AskQuestion.MOST_CHARACTERS);
        }
        Acting acting = currentActor.get();
        Instant now = clock.instant();
        UUID question = jdbc.sql("""
                        update task.question set answer = :answer, answered_by = :by, answered_at = :now
                         where company_id = :company and answer_task_id = :task and answered_at is null
                        returning id""")
                .param("answer", answer)
                .param("by", acting.actor().userId().orElse(null), java.sql.Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("company", acting.company().value())
                .param("task", answerTask)
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElseThrow(() -> new NotFound("question", answerTask));
        events.publishEvent(new QuestionAnswered(acting.company(), acting.actor(), now, question, documentId));
    }
}
