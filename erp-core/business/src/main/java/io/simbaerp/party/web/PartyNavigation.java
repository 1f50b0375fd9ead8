package io.simbaerp.party.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find parties. */
@Configuration(proxyBeanMethods = false)
class PartyNavigation {

    @Bean
    NavigationEntry partyNavigationEntry() {
        return new NavigationEntry(
                "party.navigation", "/parties", Duty.VIEW_PARTY, "users", NavigationEntry.Group.BOOKS, 40, null);
    }
}
