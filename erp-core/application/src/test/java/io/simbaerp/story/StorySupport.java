package io.simbaerp.story;

import io.simbaerp.task.undo.SendOnDecisions;
import io.simbaerp.workflow.engine.DueJobs;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What every story needs: the system as its users reach it. */
@TestConfiguration(proxyBeanMethods = false)
public class StorySupport {

    @Bean
    @Lazy
    Simba simba(Environment environment, DueJobs engineJobs, SendOnDecisions decisions, Clock clock) {
        return new Simba(environment, engineJobs, decisions, clock);
    }

    @Bean
    ModelWatch modelWatch() {
        return new ModelWatch();
    }
}
