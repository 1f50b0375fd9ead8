package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find documents. */
@Configuration(proxyBeanMethods = false)
class DocumentNavigation {

    @Bean
    NavigationEntry documentNavigationEntry() {
        return new NavigationEntry(
                "document.navigation", "/documents", Duty.VIEW_DOCUMENT, "file", NavigationEntry.Group.WORK, 40, "d");
    }
}
