package io.simbaerp.workflow.engine;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the engine answers and how many jobs have given up and wait for somebody. */
@Component("processEngineHealth")
class EngineHealth implements HealthIndicator {

    private final ManagementService management;

    EngineHealth(ManagementService management) {
        this.management = management;
    }

    @Override
    public Health health() {
        try {
            return Health.up()
                    .withDetail(
                            "jobsGivenUp",
                            management.createJobQuery().noRetriesLeft().count())
                    .build();
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }
}
