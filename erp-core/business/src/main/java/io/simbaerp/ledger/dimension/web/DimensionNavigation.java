package io.simbaerp.ledger.dimension.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Axes in the menu. */
@Configuration(proxyBeanMethods = false)
class DimensionNavigation {

    @Bean
    NavigationEntry axesEntry() {
        return new NavigationEntry(
                "ledger.axes", "/ledger/axes", Duty.VIEW_LEDGER, "cols", NavigationEntry.Group.BOOKS, 35, null);
    }
}
