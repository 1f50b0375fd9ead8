package io.simbaerp.ledger.budget;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it shall be, as it was entered.
 *
 * @param account the account with those below it; nothing for all
 * @param from its first month, such as 2026-01
 * @param to its last month
 * @param amount in the company's currency; nothing takes the budget away
 */
public record BudgetDraft(
        @Nullable String costCentre,
        @Nullable String account,
        @Nullable String from,
        @Nullable String to,
        @Nullable Money amount) {}
