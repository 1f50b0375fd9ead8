package io.simbaerp.task.undo;

import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How a person at a page decides: tried out, then held so that it can be taken back. Programs decide at once. */
@Component
public class Deciding {

    private final Tasks tasks;
    private final CompleteTask completeTask;
    private final TryDecision tryDecision;
    private final HoldDecision holdDecision;
    private final Duration grace;

    Deciding(
            Tasks tasks,
            CompleteTask completeTask,
            TryDecision tryDecision,
            HoldDecision holdDecision,
            @Value("${simba.tasks.undo-within:10s}") Duration grace) {
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.tryDecision = tryDecision;
        this.holdDecision = holdDecision;
        this.grace = grace;
    }

    /**
     * What leads to the person's next task about the same document counts at once: whoever goes on there has no use for a
     * way back.
     *
     * @return the task: still open if the decision is held
     * @throws io.simbaerp.architecture.RuleViolation whatever the decision breaks
     */
    public TaskView decide(TaskCompletion completion) {
        if (grace.isZero() || tasks.leadsOn(completion.taskId(), completion.outcome())) {
            return completeTask.complete(completion);
        }
        tryDecision.tryOut(completion);
        return holdDecision.hold(completion, grace);
    }

    /** Whether a task that was just decided can still be taken back. */
    public static boolean isHeld(TaskView decided) {
        return decided.state() == TaskState.OPEN;
    }
}
