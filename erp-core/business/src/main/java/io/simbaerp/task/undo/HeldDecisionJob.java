package io.simbaerp.task.undo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends each held decision on when its time is over, on the node that took it. What a node left behind, any other takes
 * up within a minute.
 */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class HeldDecisionJob implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HeldDecisionJob.class);

    /** Past the time itself, so that the transaction which held it has ended. */
    private static final Duration AFTER = Duration.ofMillis(100);

    private final SendOnDecisions sendOnDecisions;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "held-decisions"));

    HeldDecisionJob(SendOnDecisions sendOnDecisions, Clock clock) {
        this.sendOnDecisions = sendOnDecisions;
        this.clock = clock;
    }

    @EventListener
    void held(TaskDecisionHeld event) {
        Duration wait = Duration.between(clock.instant(), event.sendOnAt()).plus(AFTER);
        thread.schedule(() -> sendOn(event, clock.instant()), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sendOn(TaskDecisionHeld event, Instant until) {
        try {
            sendOnDecisions.run(event.company(), until);
        } catch (RuntimeException e) {
            LOG.warn("Held decisions could not be sent on; the next run tries again", e);
        }
    }

    @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void sendOnLeft() {
        sendOnDecisions.run(clock.instant());
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.warn("A held decision is still being sent on at the end");
        }
    }
}
