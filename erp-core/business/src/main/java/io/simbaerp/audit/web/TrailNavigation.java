package io.simbaerp.audit.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit trail in the menu. */
@Configuration(proxyBeanMethods = false)
class TrailNavigation {

    @Bean
    NavigationEntry auditTrailEntry() {
        return new NavigationEntry(
                "audit.navigation", "/audit-trail", Duty.VIEW_AUDIT, "shield", NavigationEntry.Group.CONTROL, 40, "u");
    }
}
