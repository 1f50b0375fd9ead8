package io.simbaerp.story;

import io.simbaerp.workflow.engine.DueJobs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What every story needs: the system as its users reach it. */
@TestConfiguration(proxyBeanMethods = false)
public class StorySupport {

    @Bean
    @Lazy
    Simba simba(Environment environment, DueJobs engineJobs) {
        return new Simba(environment, engineJobs);
    }

    @Bean
    ModelWatch modelWatch() {
        return new ModelWatch();
    }
}
