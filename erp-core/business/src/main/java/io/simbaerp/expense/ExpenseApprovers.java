package io.simbaerp.expense;

import io.simbaerp.architecture.Duty;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Port to the decision table that says who approves a claim besides its claimant's superior. */
public interface ExpenseApprovers {

    /**
     * The duties asked, level after level.
     *
     * @param total of the claim
     * @param findings what speaks against its lines, by kind
     */
    List<Duty> levels(Money total, Set<String> categories, Set<String> findings, @Nullable String costCentre);
}
