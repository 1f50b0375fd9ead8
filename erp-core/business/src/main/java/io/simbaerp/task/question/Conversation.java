package io.simbaerp.task.question;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.identity.Colleagues.Colleague;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.delegation.Delegation;
import io.simbaerp.task.delegation.Delegations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the page of a task shows of questions: what was asked and answered, and whom the reader can ask. */
@Component
public class Conversation {

    /**
     * A question in the reader's words.
     *
     * @param word the message that says what else it is, such as an added approval; nothing of a plain question
     * @param answeredBy nothing while nobody has answered
     */
    public record Line(
            @Nullable String word,
            String by,
            String of,
            Instant at,
            String question,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            boolean waits) {}

    /** That the task was handed on, in the reader's words. */
    public record Handed(
            String by,
            @Nullable String forWhom,
            String to,
            Instant at,
            @Nullable String note) {}

    /**
     * Everything asked about a matter, and from whom to whom its task was handed.
     *
     * @param people whom the reader can ask, the likeliest first; empty if the reader can't ask
     * @param delegates to whom the reader can hand the task; empty if the reader can't
     */
    public record Said(List<Line> lines, List<Colleague> people, List<Handed> handed, List<Colleague> delegates) {}

    private final TaskQuestions questions;
    private final Delegations delegations;
    private final ObjectProvider<FurtherSayings> further;
    private final ActorNames names;
    private final CurrentActor currentActor;

    Conversation(
            TaskQuestions questions,
            Delegations delegations,
            ObjectProvider<FurtherSayings> further,
            ActorNames names,
            CurrentActor currentActor) {
        this.questions = questions;
        this.delegations = delegations;
        this.further = further;
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
                    List.of(),
                    List.of(),
                    List.of());
        }
        UUID holder = task.assignee();
        boolean asks = !task.lookedAt()
                && task.state() == TaskState.OPEN
                && (holder == null
                        || currentActor.get().principal().filter(holder::equals).isPresent());
        return new Said(
                Stream.concat(
                                questions.about(task.subject()).stream().map(this::line),
                                further.stream().flatMap(one -> one.about(task.subject()).stream()))
                        .sorted(Comparator.comparing(Line::at))
                        .toList(),
                asks ? questions.askable(task) : List.of(),
                delegations.of(task.id()).stream().map(this::handed).toList(),
                asks ? delegations.possible(task) : List.of());
    }

    private Handed handed(Delegation delegation) {
        UUID forWhom = delegation.delegatedFor();
        return new Handed(
                name(delegation.delegatedBy()),
                forWhom == null ? null : name(forWhom),
                name(delegation.delegatedTo()),
                delegation.delegatedAt(),
                delegation.note());
    }

    private Line line(QuestionView question) {
        UUID answerer = question.answeredBy();
        return new Line(
                null,
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
