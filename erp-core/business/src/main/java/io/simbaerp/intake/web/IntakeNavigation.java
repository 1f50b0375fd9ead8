package io.simbaerp.intake.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.Documents;
import io.simbaerp.page.NavigationCount;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find the quarantine, and how much is in it. */
@Configuration(proxyBeanMethods = false)
class IntakeNavigation {

    @Bean
    NavigationEntry intakeNavigationEntry() {
        return new NavigationEntry(
                "intake.navigation", "/intake", Duty.VIEW_DOCUMENT, "inbox", NavigationEntry.Group.WORK, 30, "i");
    }

    @Bean
    NavigationCount intakeNavigationCount(Documents documents, Permission permission) {
        return new NavigationCount() {

            @Override
            public String path() {
                return "/intake";
            }

            @Override
            public int count() {
                return permission.has(Duty.VIEW_DOCUMENT) ? documents.inQuarantine() : 0;
            }

            @Override
            public boolean urgent() {
                return true;
            }
        };
    }
}
