package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.logging.LoggedDocument;
import jakarta.persistence.EntityManager;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stands before everything of ours that a model reaches. It runs as the process, for the company of the instance, which
 * must be the company of the transaction; without one nothing runs.
 */
@Component
class CompanyOfTheInstance extends DefaultDelegateInterceptor {

    private final CurrentActor currentActor;
    private final StepRegistry steps;
    private final EntityManager entityManager;

    CompanyOfTheInstance(CurrentActor currentActor, StepRegistry steps, EntityManager entityManager) {
        this.currentActor = currentActor;
        this.steps = steps;
        this.entityManager = entityManager;
    }

    @Override
    public void handleInvocation(DelegateInvocation invocation) throws Exception {
        ExecutionEntity execution = executionOf(invocation);
        if (execution == null) {
            super.handleInvocation(invocation);
            return;
        }
        Acting process = process(execution);
        // What an earlier step saved must be visible to the SQL of the next one.
        entityManager.flush();
        Throwable failure = currentActor.<@Nullable Throwable>as(process, () -> attempt(execution, invocation));
        if (failure instanceof Exception exception) {
            throw exception;
        } else if (failure instanceof Error error) {
            throw error;
        }
    }

    /** Calls of steps don't name their execution; it is the one the engine is in the middle of. */
    private static @Nullable ExecutionEntity executionOf(DelegateInvocation invocation) {
        if (invocation.getContextExecution() instanceof ExecutionEntity execution) {
            return execution;
        }
        return Context.getBpmnExecutionContext() == null
                ? null
                : Context.getBpmnExecutionContext().getExecution();
    }

    private @Nullable Throwable attempt(ExecutionEntity execution, DelegateInvocation invocation) {
        Object document = execution.getVariable(DeskWriter.DOCUMENT);
        if (document == null) {
            return attempt(invocation);
        }
        try (LoggedDocument about = LoggedDocument.of(document)) {
            return attempt(invocation);
        }
    }

    private @Nullable Throwable attempt(DelegateInvocation invocation) {
        try {
            super.handleInvocation(invocation);
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    private Acting process(ExecutionEntity execution) {
        String tenant = execution.getTenantId();
        if (tenant == null) {
            throw new IllegalStateException(
                    "The instance " + execution.getProcessInstanceId() + " belongs to no company");
        }
        String key = execution.getProcessDefinition().getKey();
        Acting process = steps.acting(key, tenant);
        if (!currentActor.company().equals(process.company())) {
            throw new IllegalStateException(
                    "The instance " + execution.getProcessInstanceId() + " belongs to another company");
        }
        return process;
    }
}
