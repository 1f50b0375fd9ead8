package io.simbaerp.workflow.engine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether processes go on by themselves on this node. */
@Component("jobExecutorHealth")
class JobExecutorHealth implements HealthIndicator {

    private final EngineJobExecutor executor;
    private final boolean runsJobs;

    JobExecutorHealth(EngineJobExecutor executor, @Value("${simba.jobs.enabled:true}") boolean runsJobs) {
        this.executor = executor;
        this.runsJobs = runsJobs;
    }

    @Override
    public Health health() {
        if (!runsJobs) {
            return Health.unknown().withDetail("jobExecutor", "off").build();
        }
        return executor.isActive() ? Health.up().build() : Health.down().build();
    }
}
