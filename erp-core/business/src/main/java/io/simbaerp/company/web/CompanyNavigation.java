package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exchange rates, own bank accounts and fiscal periods in the menu. */
@Configuration(proxyBeanMethods = false)
class CompanyNavigation {

    @Bean
    NavigationEntry ratesEntry() {
        return new NavigationEntry(
                "company.rates", "/rates", Duty.VIEW_EXCHANGE_RATE, "exchange", NavigationEntry.Group.BOOKS, 60, "r");
    }

    @Bean
    NavigationEntry ownAccountsEntry() {
        return new NavigationEntry(
                "company.accounts", "/bank-accounts", Duty.VIEW_PAYMENT, "bank", NavigationEntry.Group.BOOKS, 65, null);
    }

    @Bean
    NavigationEntry periodsEntry() {
        return new NavigationEntry(
                "company.periods", "/periods", Duty.VIEW_LEDGER, "calendar", NavigationEntry.Group.BOOKS, 70, null);
    }
}
