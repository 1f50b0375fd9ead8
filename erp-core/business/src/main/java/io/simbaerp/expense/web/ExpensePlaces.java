package io.simbaerp.expense.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Expense claims in the menu. */
@Configuration(proxyBeanMethods = false)
class ExpensePlaces {

    @Bean
    NavigationEntry expenseEntry() {
        return new NavigationEntry(
                "expense.navigation", "/expenses", Duty.CLAIM_EXPENSE, "file", NavigationEntry.Group.WORK, 55, null);
    }
}
