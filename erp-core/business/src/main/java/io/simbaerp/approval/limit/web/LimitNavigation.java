package io.simbaerp.approval.limit.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rolling limits are found. */
@Configuration(proxyBeanMethods = false)
class LimitNavigation {

    @Bean
    NavigationEntry rollingLimitEntry() {
        return new NavigationEntry(
                "approval.limits",
                "/rolling-limits",
                Duty.VIEW_DUTIES,
                "lock",
                NavigationEntry.Group.CONTROL,
                81,
                null);
    }
}
