package io.simbaerp.identity.role.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** People, roles and the separation of duties in the menu. */
@Configuration(proxyBeanMethods = false)
class DutyNavigation {

    @Bean
    NavigationEntry peopleEntry() {
        return new NavigationEntry(
                "identity.people", "/people", Duty.VIEW_DUTIES, "users", NavigationEntry.Group.CONTROL, 10, null);
    }

    @Bean
    NavigationEntry rolesEntry() {
        return new NavigationEntry(
                "identity.roles", "/roles", Duty.VIEW_DUTIES, "key", NavigationEntry.Group.CONTROL, 12, null);
    }

    @Bean
    NavigationEntry separationEntry() {
        return new NavigationEntry(
                "identity.separation",
                "/separation",
                Duty.VIEW_DUTIES,
                "shield",
                NavigationEntry.Group.CONTROL,
                14,
                null);
    }
}
