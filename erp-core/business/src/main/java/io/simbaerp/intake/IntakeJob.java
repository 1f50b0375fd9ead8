package io.simbaerp.intake;

import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** At start and every minute. Several nodes may run it at once: each document is claimed by one of them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "simba.jobs.enabled", matchIfMissing = true)
class IntakeJob {

    private final TakeUpWaiting takeUpWaiting;

    IntakeJob(TakeUpWaiting takeUpWaiting) {
        this.takeUpWaiting = takeUpWaiting;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void takeUpWaiting() {
        takeUpWaiting.run();
    }
}
