package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.CurrentActor;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.SuccessfulJobListener;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Runs one job of the engine as its process and for its company, bound before the job's transaction begins, since the
 * transaction's first statement names the company. A job of no company reaches nothing of ours.
 */
@Component
class JobRun {

    private final CurrentActor currentActor;
    private final StepRegistry steps;

    JobRun(CurrentActor currentActor, StepRegistry steps) {
        this.currentActor = currentActor;
        this.steps = steps;
    }

    void run(String jobId, ProcessEngineImpl engine) {
        Job job = engine.getManagementService().createJobQuery().jobId(jobId).singleResult();
        if (job == null) {
            return;
        }
        if (job.getTenantId() == null || job.getProcessDefinitionKey() == null) {
            execute(jobId, engine);
        } else {
            run(jobId, job.getProcessDefinitionKey(), job.getTenantId(), engine);
        }
    }

    /** As above, for a job of which process and company are known. */
    void run(String jobId, String process, String tenant, ProcessEngineImpl engine) {
        currentActor.run(steps.acting(process, tenant), () -> execute(jobId, engine));
    }

    private static void execute(String jobId, ProcessEngineImpl engine) {
        ProcessEngineConfigurationImpl settings = engine.getProcessEngineConfiguration();
        WordlessFailure failure = new WordlessFailure(jobId);
        ExecuteJobHelper.executeJob(
                jobId,
                new WithoutCounting(settings.getCommandExecutorTxRequired()),
                failure,
                new ExecuteJobsCmd(jobId, failure),
                settings);
    }

    /** After a job that went well the engine counts it, in a transaction of its own; nobody reads the count. */
    private record WithoutCounting(CommandExecutor executor) implements CommandExecutor {

        @Override
        @SuppressWarnings("NullAway") // the engine's commands answer null where they have no result
        public <T> T execute(Command<T> command) {
            return command instanceof SuccessfulJobListener ? null : executor.execute(command);
        }
    }
}
