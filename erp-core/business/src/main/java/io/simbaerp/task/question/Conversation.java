package io.simbaerp.task.question;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.identity.Colleagues.Colleague;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a task shows of questions: what was asked and answered, and whom the reader can ask. */
@Component
public class Conversation {

    /**
     * A question in the reader's words.
     *
     * @param answeredBy nothing while nobody has answered
     */
    public record Line(
            String by,
            String of,
            Instant at,
            String question,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            boolean waits) {}

    /**
     * Everything asked about a matter.
     *
     * @param people whom the reader can ask, the likeliest first; empty if the reader can't ask
     */
    public record Said(List<Line> lines, List<Colleague> people) {}

    private final TaskQuestions questions;
    private final ActorNames names;
    private final CurrentActor currentActor;

    Conversation(TaskQuestions questions, ActorNames names, CurrentActor currentActor) {
        this.questions = questions;
        this.names = names;
        this.currentActor = currentActor;
    }

    /** What belongs on the task's page. The task of a question shows it itself. */
    public Said of(TaskView task) {
        if (task.key().equals(QuestionForm.KEY)) {
            return new Said(
                    task.state() == TaskState.OPEN
                            ? List.of()
                            : questions.ofAnswerTask(task.id()).stream()
                                    .map(this::line)
                                    .toList(),
                    List.of());
        }
        UUID holder = task.assignee();
        boolean asks = task.state() == TaskState.OPEN
                && (holder == null
                        || currentActor.get().principal().filter(holder::equals).isPresent());
        return new Said(
                questions.about(task.subject()).stream().map(this::line).toList(),
                asks ? questions.askable(task) : List.of());
    }

    private Line line(QuestionView question) {
        UUID answerer = question.answeredBy();
        return new Line(
                name(question.askedBy()),
                name(question.askedOf()),
                question.askedAt(),
                question.question(),
                question.answer(),
                answerer == null ? null : name(answerer),
                question.answeredAt(),
                question.waits());
    }

    private String name(UUID person) {
        return names.nameOf(Actor.person(person));
    }
}
