package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Exchange rates, own bank accounts, fiscal periods and the working calendar in the menu. */
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
    NavigationEntry workingCalendarEntry() {
        return new NavigationEntry(
                "working-calendar.title",
                "/working-calendar",
                Duty.BELONG_TO_COMPANY,
                "calendar",
                NavigationEntry.Group.CONTROL,
                79,
                null);
    }

    @Bean
    NavigationEntry periodsEntry() {
        return new NavigationEntry(
                "company.periods", "/periods", Duty.VIEW_LEDGER, "calendar", NavigationEntry.Group.BOOKS, 70, null);
    }
}
