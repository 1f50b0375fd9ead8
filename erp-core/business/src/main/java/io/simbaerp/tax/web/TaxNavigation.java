package io.simbaerp.tax.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The VAT register in the menu. */
@Configuration(proxyBeanMethods = false)
class TaxNavigation {

    @Bean
    NavigationEntry vatRegisterEntry() {
        return new NavigationEntry(
                "tax.register", "/tax/register", Duty.VIEW_LEDGER, "percent", NavigationEntry.Group.BOOKS, 40, "v");
    }
}
