package io.simbaerp.ledger.template.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Templates and plans in the menu. */
@Configuration(proxyBeanMethods = false)
class TemplateNavigation {

    @Bean
    NavigationEntry plansEntry() {
        return new NavigationEntry(
                "ledger.plans", "/ledger/plans", Duty.VIEW_LEDGER, "calendar", NavigationEntry.Group.BOOKS, 12, null);
    }
}
