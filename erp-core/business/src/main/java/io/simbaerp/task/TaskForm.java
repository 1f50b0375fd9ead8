package io.simbaerp.task;

import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Port to the module that knows what a task is about: it shows the task's facts and carries out the decision. Exactly
 * one bean serves each form.
 */
public interface TaskForm {

    /** The forms served, as models name them: {@code invoice/coding}. */
    Set<String> forms();

    /**
     * Carries out the decision, inside the transaction that ends the task and as the person who decides.
     *
     * @throws io.simbaerp.architecture.RuleViolation if the decision breaks a rule; the task then stays open
     */
    void decide(OpenTaskView task, TaskCompletion completion);

    /**
     * The word by which the process goes on once the decision is carried out; as a rule the outcome itself. Models branch
     * on it.
     */
    default String wayOn(OpenTaskView task, TaskCompletion completion) {
        return completion.outcome();
    }

    /** What lists, REST and mails show of the task's subject. */
    TaskFacts facts(OpenTaskView task);

    /** What has changed since somebody decided about it, and how much of which limit whoever asks has left. */
    default TaskFacts.Background background(OpenTaskView task) {
        return TaskFacts.Background.NONE;
    }

    /** How far deciding the task goes: only those are candidates whose duty reaches so far. */
    default Extent extent(OpenTaskView task) {
        return Extent.NONE;
    }

    /** Whether it may be decided by a link in mail without signing in; never where it touches accounts or suppliers. */
    default boolean byMail(OpenTaskView task) {
        return false;
    }

    /** Who asked for the decision, by working on the matter before; they hear what was decided. */
    default List<UUID> askers(OpenTaskView task) {
        return List.of();
    }

    /**
     * The day by which the subject itself leaves no more time, such as the due date of an invoice: the task is due on that
     * day at the latest.
     */
    default Optional<LocalDate> deadline(Subject subject) {
        return Optional.empty();
    }

    /** What the task's page shows beside the outcomes. */
    TaskPage page(OpenTaskView task);

    /**
     * The same with what somebody has entered already: a draft, or a form that was refused.
     *
     * @param entered the form's fields by name; empty if nothing was
     */
    default TaskPage page(OpenTaskView task, Map<String, List<String>> entered) {
        return page(task);
    }

    /** The form's fields as posted by its page, in the shape that REST takes as {@code coding}; nothing if none. */
    default @Nullable JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        return null;
    }

    /**
     * Whether deciding so leads, as a rule, to another task about the same document for the same person: the desk then
     * waits a moment for it.
     */
    default boolean leadsOn(OpenTaskView task, String outcome) {
        return false;
    }
}
