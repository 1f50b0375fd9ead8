package io.simbaerp.task.undo;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Tries out a decision: carries it out in a transaction that is always rolled back, so that nothing of it stays. */
@UseCase(Duty.WORK_ON_TASK)
public class TryDecision {

    private final CompleteTask completeTask;

    TryDecision(CompleteTask completeTask) {
        this.completeTask = completeTask;
    }

    /**
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws io.simbaerp.architecture.RuleViolation whatever the decision would break
     */
    public void tryOut(TaskCompletion completion) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        completeTask.complete(completion);
    }
}
