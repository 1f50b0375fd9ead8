package io.simbaerp.workflow.engine;

import io.simbaerp.architecture.RuleViolation;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the words of a failure out of the engine's tables, since they may name a party or an amount: the engine gets the
 * rule's key or the kind of failure and where it happened; the log gets everything.
 */
class WordlessFailure extends JobFailureCollector {

    private static final Logger LOG = LoggerFactory.getLogger(WordlessFailure.class);

    private final String job;

    WordlessFailure(String jobId) {
        super(jobId);
        this.job = jobId;
    }

    @Override
    public void setFailure(Throwable failure) {
        LOG.warn("The job {} failed", job, failure);
        super.setFailure(wordless(failure));
    }

    private static Throwable wordless(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof RuleViolation)) {
            cause = cause.getCause();
        }
        String words = cause instanceof RuleViolation rule
                ? rule.rule()
                : cause.getClass().getName();
        RuntimeException safe = new JobFailed(words);
        safe.setStackTrace(cause.getStackTrace());
        return safe;
    }

    /** A failure of which only kind and place are told. */
    static class JobFailed extends RuntimeException {
        JobFailed(String words) {
            super(words);
        }
    }
}
