package io.simbaerp.ledger.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.budget.BudgetDraft;
import io.simbaerp.ledger.budget.SaveBudgets;
import io.simbaerp.money.Money;
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
import org.springframework.jdbc.core.simple.JdbcClient;

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
    JdbcClient jdbc;

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
        String oneself =
                "insert into ledger.cost_centre_owner select company_id, gen_random_uuid(), cost_centre_id, p.id,"
                        + " active_from + 400, 'person:' || p.id, named_at from ledger.cost_centre_owner,"
                        + " (select gen_random_uuid() as id offset 0) p";
        assertThat(attack.refusal(TestDatabase.APPLICATION, oneself))
                .isEqualTo("cost_centre_owner_is_named_by_another");
        assertThatThrownBy(() -> company.run(() -> saveBudgets.save(Arrays.asList((BudgetDraft) null))))
                .hasMessageContaining("budget.centre-unknown");
    }

    @Test
    void ofEachBudgetTheTrailTellsAccountMonthsAndAmount() throws SQLException {
        TestCompany company = companies.create();
        company.run(() -> installChart.install());
        for (String amount : List.of("1000.00", "1000.00", "2500.00")) {
            company.run(() -> saveBudgets.save(
                    List.of(new BudgetDraft("310", "4", "2026-01", "2026-12", Money.of(amount, "PLN")))));
        }
        company.run(() -> saveBudgets.save(List.of(new BudgetDraft("310", "4", "2026-01", "2026-12", null))));
        List<String> told = company.inTransaction(() -> jdbc.sql("""
                        select name || ' ' || (changes #>> '{amount,old}')::numeric::text || (changes #>> '{account,old}')
                               || (changes #>> '{first-month,old}') || (changes #>> '{last-month,old}')
                          from audit.business_event where company_id = ? and record = 'ledger.budget' and name = 'record-removed'
                        union all
                        select name || ' ' || (changes #>> '{amount,new}')::numeric::text || (changes #>> '{account,new}')
                               || (changes #>> '{first-month,new}') || (changes #>> '{last-month,new}')
                          from audit.business_event where company_id = ? and record = 'ledger.budget' and name = 'record-added'
                         order by 1""")
                .params(company.id().value(), company.id().value())
                .query(String.class)
                .list());
        assertThat(told)
                .containsExactly(
                        "record-added 1000.000042026-01-012026-12-01",
                        "record-added 2500.000042026-01-012026-12-01",
                        "record-removed 1000.000042026-01-012026-12-01",
                        "record-removed 2500.000042026-01-012026-12-01");
        company.run(() ->
                saveBudgets.save(List.of(new BudgetDraft("310", "4", "2026-01", "2026-12", Money.of("1.00", "PLN")))));
        Attack attack = new Attack(database, company.id());
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, "update ledger.budget set last_month = '2027-12-01'"))
                    .isEqualTo("budget_is_set_anew");
        }
    }
}
