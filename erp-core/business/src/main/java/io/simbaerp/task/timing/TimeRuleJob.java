package io.simbaerp.task.timing;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries the time rules out every few minutes. Several nodes may run it at once: each act is done once. */
@Component
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class TimeRuleJob {

    private final KeepTime keepTime;

    TimeRuleJob(KeepTime keepTime) {
        this.keepTime = keepTime;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void keepTime() {
        keepTime.run();
    }
}
