package io.simbaerp.workflow.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Runs what is due now, on the caller's thread: for stories and tests, whose job executor stands still. */
@Component
public class DueJobs {

    private final ProcessEngine engine;
    private final JobRun jobRun;

    DueJobs(ProcessEngine engine, JobRun jobRun) {
        this.engine = engine;
        this.jobRun = jobRun;
    }

    /**
     * Runs jobs of companies until none is due; a failing job is tried as often as it has retries and throws its last
     * failure.
     *
     * @return how many jobs ran through
     */
    public int run() {
        int done = 0;
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            for (Job job : due) {
                attempt(job);
                done++;
            }
        }
        return done;
    }

    private void attempt(Job job) {
        try {
            jobRun.run(job.getId(), (ProcessEngineImpl) engine);
        } catch (RuntimeException failure) {
            if (job.getRetries() <= 1) {
                throw failure;
            }
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().executable().withRetriesLeft().list().stream()
                .filter(job -> job.getTenantId() != null)
                .toList();
    }
}
