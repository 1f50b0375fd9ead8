package io.simbaerp.ledger.budget.web;

import io.simbaerp.ledger.budget.BudgetDraft;
import io.simbaerp.ledger.budget.Budgets;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.page.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Budgets over REST. */
@RestController
@RequestMapping("/api/v1/budgets")
class BudgetResource {

    private final Budgets budgets;
    private final SaveBudgets save;

    BudgetResource(Budgets budgets, SaveBudgets save) {
        this.budgets = budgets;
        this.save = save;
    }

    /** Budgets to set; one without an amount goes. */
    record BudgetsJson(@Nullable List<@Nullable BudgetDraft> budgets) {}

    /** All of them: a company has few. */
    @GetMapping
    Page<Budgets.Budget> all() {
        return new Page<>(budgets.all(), null);
    }

    @PutMapping
    Page<Budgets.Budget> save(@RequestBody BudgetsJson given) {
        save.save(Objects.requireNonNullElse(given.budgets(), List.of()));
        return all();
    }
}
