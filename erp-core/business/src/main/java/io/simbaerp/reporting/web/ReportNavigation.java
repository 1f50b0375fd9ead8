package io.simbaerp.reporting.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reports in the menu. */
@Configuration(proxyBeanMethods = false)
class ReportNavigation {

    @Bean
    NavigationEntry reportsEntry() {
        return new NavigationEntry(
                "reporting.navigation", "/reports", Duty.VIEW_LEDGER, "chart", NavigationEntry.Group.BOOKS, 20, "b");
    }
}
