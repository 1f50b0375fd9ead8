package io.simbaerp.story;

import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What every story needs: the system as its users reach it. */
@TestConfiguration(proxyBeanMethods = false)
public class StorySupport {

    @Bean
    @Lazy
    Simba simba(Environment environment, ManagementService engineJobs) {
        return new Simba(environment, engineJobs);
    }
}
