package io.simbaerp.ledger.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.budget.BudgetDraft;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of cost centres: who owned them, and nothing that is no budget. */
@ModuleTest
class CentreRecordsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    NameCentreOwner nameOwner;

    @Autowired
    SaveBudgets saveBudgets;

    @Autowired
    TestDatabase database;

    @Test
    void whoOwnedACentreStaysAndNothingIsNoBudget() throws SQLException {
        TestCompany company = companies.create();
        company.run(() -> installChart.install());
        company.run(() -> nameOwner.name("310", null, null));
        Attack attack = new Attack(database, company.id());
        String weekLater = "select set_config('simba.acting', repeat(chr(31), 5) || '2026-11-27T12:00Z', true)";
        for (String past : List.of(
                "update ledger.cost_centre_owner set person_id = gen_random_uuid()",
                "insert into ledger.cost_centre_owner select company_id, gen_random_uuid(), cost_centre_id, person_id,"
                        + " active_from + 1, named_by, named_at from ledger.cost_centre_owner")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, weekLater, past))
                    .as(past)
                    .isEqualTo("past_cost_centre_owner_stays");
        }
        String oneself = "insert into ledger.cost_centre_owner select company_id, gen_random_uuid(), cost_centre_id, p.id,"
                + " active_from + 400, 'person:' || p.id, named_at from ledger.cost_centre_owner,"
                + " (select gen_random_uuid() as id offset 0) p";
        assertThat(attack.refusal(TestDatabase.APPLICATION, oneself)).isEqualTo("cost_centre_owner_is_named_by_another");
        assertThatThrownBy(() -> company.run(() -> saveBudgets.save(Arrays.asList((BudgetDraft) null))))
                .hasMessageContaining("budget.centre-unknown");
    }
}
