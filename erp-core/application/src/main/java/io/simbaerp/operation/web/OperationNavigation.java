package io.simbaerp.operation.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operation in the menu. */
@Configuration(proxyBeanMethods = false)
class OperationNavigation {

    @Bean
    NavigationEntry operationEntry() {
        return new NavigationEntry(
                "operation.navigation", "/operation", Duty.ADMINISTER, "gear", NavigationEntry.Group.CONTROL, 90, null);
    }
}
