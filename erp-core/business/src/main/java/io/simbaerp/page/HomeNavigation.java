package io.simbaerp.page;

import io.simbaerp.architecture.Duty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The first entry of the menu. */
@Configuration(proxyBeanMethods = false)
class HomeNavigation {

    @Bean
    NavigationEntry homeEntry() {
        return new NavigationEntry(
                "page.home", "/", Duty.BELONG_TO_COMPANY, "home", NavigationEntry.Group.WORK, 0, "h");
    }
}
