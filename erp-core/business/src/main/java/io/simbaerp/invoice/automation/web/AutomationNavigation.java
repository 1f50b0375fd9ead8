package io.simbaerp.invoice.automation.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find how well coding proposals do. */
@Configuration(proxyBeanMethods = false)
class AutomationNavigation {

    @Bean
    NavigationEntry codingProposalsEntry() {
        return new NavigationEntry(
                "invoice.automation.title",
                "/coding-proposals",
                Duty.CODE_INVOICE,
                "spark",
                NavigationEntry.Group.CONTROL,
                20,
                null);
    }
}
