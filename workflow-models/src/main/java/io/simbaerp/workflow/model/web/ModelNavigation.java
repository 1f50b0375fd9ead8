package io.simbaerp.workflow.model.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Processes and decision tables in the menu. */
@Configuration(proxyBeanMethods = false)
class ModelNavigation {

    @Bean
    NavigationEntry modelsEntry() {
        return new NavigationEntry(
                "workflow.models", "/models", Duty.VIEW_MODEL, "flow", NavigationEntry.Group.CONTROL, 30, null);
    }
}
