package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The books in the menu. */
@Configuration(proxyBeanMethods = false)
class LedgerNavigation {

    @Bean
    NavigationEntry entriesEntry() {
        return new NavigationEntry(
                "ledger.entries", "/ledger/entries", Duty.VIEW_LEDGER, "book", NavigationEntry.Group.BOOKS, 10, "l");
    }

    @Bean
    NavigationEntry openItemsEntry() {
        return new NavigationEntry(
                "ledger.open-item.list-title",
                "/open-items",
                Duty.VIEW_LEDGER,
                "calendar",
                NavigationEntry.Group.BOOKS,
                15,
                "o");
    }

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry(
                "ledger.accounts", "/ledger/accounts", Duty.VIEW_LEDGER, "cols", NavigationEntry.Group.BOOKS, 30, null);
    }

    @Bean
    NavigationEntry yearEndEntry() {
        return new NavigationEntry(
                "year-end.title",
                "/ledger/year-end",
                Duty.VIEW_LEDGER,
                "calendar",
                NavigationEntry.Group.BOOKS,
                75,
                null);
    }

    @Bean
    NavigationEntry assertionsEntry() {
        return new NavigationEntry(
                "assertion.title",
                "/ledger/assertions",
                Duty.VIEW_LEDGER,
                "check",
                NavigationEntry.Group.BOOKS,
                25,
                null);
    }

    @Bean
    NavigationEntry revaluationsEntry() {
        return new NavigationEntry(
                "revaluation.title",
                "/ledger/revaluations",
                Duty.VIEW_LEDGER,
                "exchange",
                NavigationEntry.Group.BOOKS,
                26,
                null);
    }
}
