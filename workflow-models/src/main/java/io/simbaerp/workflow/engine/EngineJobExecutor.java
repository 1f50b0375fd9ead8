package io.simbaerp.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's job executor, every job of which runs for its company. */
class EngineJobExecutor extends SpringJobExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(EngineJobExecutor.class);

    private final JobRun jobRun;

    EngineJobExecutor(JobRun jobRun) {
        this.jobRun = jobRun;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobIds, engine) {
            @Override
            protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector collector) {
                attempt(jobId, () -> jobRun.run(jobId, engine));
            }
        };
    }

    /** Runs a job that is locked by this node and of which process and company are known. */
    void runNow(String jobId, String process, String tenant, ProcessEngineImpl engine) {
        attempt(jobId, () -> jobRun.run(jobId, process, tenant, engine));
    }

    private static void attempt(String jobId, Runnable job) {
        try {
            job.run();
        } catch (RuntimeException failure) {
            LOG.debug("The job {} will be tried again or wait for somebody", jobId, failure);
        }
    }
}
