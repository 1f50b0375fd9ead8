package io.simbaerp.workflow.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Gives a new job to this node's threads as soon as its transaction is committed, instead of letting it wait until a
 * node looks for work. The job is written as locked by this node, so that no other takes it; should this node stop before
 * the job is done, the lock ends and the ordinary search of any node finds it. So a person who sends a task on finds the
 * next one there a moment later.
 */
class JobHandOver implements SessionFactory {

    private static final Logger LOG = LoggerFactory.getLogger(JobHandOver.class);
    private static final int LOCKED_FOR_MILLISECONDS = 60_000;

    private final EngineJobExecutor executor;
    private final ThreadPoolTaskExecutor threads;
    private final ThreadLocal<Future<?>> handedOver = new ThreadLocal<>();

    JobHandOver(EngineJobExecutor executor, ThreadPoolTaskExecutor threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** A full queue leaves the job to the ordinary search; the thread that has just committed must not run it. */
    static ThreadPoolTaskExecutor threads() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("workflow-next-");
        threads.setCorePoolSize(2);
        threads.setQueueCapacity(1000);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.AbortPolicy());
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(20);
        return threads;
    }

    @Override
    public Class<?> getSessionType() {
        return JobManager.class;
    }

    @Override
    public Session openSession() {
        return new Jobs();
    }

    /** Waits so long at most for what this thread handed over last. */
    void await(Duration atMost) {
        Future<?> work = handedOver.get();
        handedOver.remove();
        if (work == null) {
            return;
        }
        try {
            work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            LOG.debug("The next step takes longer than {}", atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("The next step failed outside its job", e.getCause());
        }
    }

    private void run(List<Next> next, ProcessEngineImpl engine) {
        try {
            handedOver.set(threads.submit(
                    () -> next.forEach(job -> executor.runNow(job.id(), job.process(), job.tenant(), engine))));
        } catch (RejectedExecutionException full) {
            LOG.warn("{} jobs wait for the next search, since all threads are busy", next.size());
        }
    }

    private record Next(String id, String process, String tenant) {}

    /** The engine's jobs of one command. */
    private final class Jobs extends JobManager {

        private final List<Next> next = new ArrayList<>();

        @Override
        protected void hintJobExecutor(JobEntity job) {
            boolean ours = job instanceof MessageEntity && job.getTenantId() != null && !job.isSuspended();
            if (!executor.isActive() || !ours || Context.getJobExecutorContext() != null) {
                super.hintJobExecutor(job);
                return;
            }
            ProcessEngineConfigurationImpl settings = Context.getProcessEngineConfiguration();
            job.setLockOwner(executor.getLockOwner());
            job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + LOCKED_FOR_MILLISECONDS));
            if (next.isEmpty()) {
                ProcessEngineImpl engine = settings.getProcessEngine();
                Context.getCommandContext()
                        .getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, command -> run(List.copyOf(next), engine));
            }
            next.add(new Next(job.getId(), job.getProcessDefinitionKey(), job.getTenantId()));
        }
    }
}
