package io.simbaerp.expense.policy;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company's policy of expenses. */
@Query(Duty.BELONG_TO_COMPANY)
public class ExpensePolicies {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ExpensePolicies(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** As it is now; the usual one where the company has none of its own. */
    public ExpensePolicy present() {
        return jdbc.sql("""
                        select journal, settlement_account, card_account, pay_within_days, claim_within_days
                          from expense.policy where company_id = :company""")
                .param("company", currentActor.company().value())
                .query((row, n) -> new ExpensePolicy(
                        row.getString("journal"),
                        row.getString("settlement_account"),
                        row.getString("card_account"),
                        row.getInt("pay_within_days"),
                        row.getInt("claim_within_days")))
                .optional()
                .orElse(ExpensePolicy.USUAL);
    }
}
