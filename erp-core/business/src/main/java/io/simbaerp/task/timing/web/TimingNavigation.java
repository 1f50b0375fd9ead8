package io.simbaerp.task.timing.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the time rules are found. */
@Configuration(proxyBeanMethods = false)
class TimingNavigation {

    @Bean
    NavigationEntry timeRulesEntry() {
        return new NavigationEntry(
                "timing.title", "/time-rules", Duty.ADMINISTER, "clock", NavigationEntry.Group.CONTROL, 80, null);
    }
}
