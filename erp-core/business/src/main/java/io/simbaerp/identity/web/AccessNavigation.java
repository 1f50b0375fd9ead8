package io.simbaerp.identity.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One's own access, and where people are signed in, in the menu. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {

    @Bean
    NavigationEntry accessEntry() {
        return new NavigationEntry(
                "identity.access", "/access", Duty.BELONG_TO_COMPANY, "key", NavigationEntry.Group.CONTROL, 80, null);
    }

    @Bean
    NavigationEntry signedInEntry() {
        return new NavigationEntry(
                "identity.signed-in", "/signed-in", Duty.ADMINISTER, "users", NavigationEntry.Group.CONTROL, 85, null);
    }
}
