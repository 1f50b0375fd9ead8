package io.simbaerp.expense;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.expense.policy.Categories;
import io.simbaerp.expense.policy.Category;
import io.simbaerp.expense.policy.ExpensePolicies;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.chart.ChartTemplates;
import io.simbaerp.ledger.chart.ImportChart;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A company has categories, rates and a policy of expenses, wherever its chart came from and however old it is. */
@ModuleTest
class ExpenseSetUpModuleTest {

    private static final String RULES = "/db/migration/expense/V202611235103__expense_rules_of_companies_before.sql";
    private static final String ACCOUNTS = "/db/migration/ledger/V202611235102__ledger_settlements_with_employees.sql";

    private static final String BESIDE =
            "/db/migration/ledger/V202611236102__ledger_settlements_beside_used_accounts.sql";
    private static final String POLICY =
            "/db/migration/expense/V202611236103__expense_policy_settles_on_open_items.sql";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Money AMOUNT = Money.of("50.00", "PLN");

    @Autowired
    TestCompanies companies;

    @Autowired
    PostJournalEntry postEntry;

    @Autowired
    OpenItems openItems;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    TestDatabase database;

    @Autowired
    ImportChart importChart;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    ChartTemplates templates;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    Categories categories;

    @Autowired
    ExpensePolicies policies;

    TestCompany company;

    @BeforeEach
    void found() {
        company = companies.create();
    }

    @Test
    void anImportedChartBringsCategoriesAndThePolicySettlesWhereItKeepsOpenItems() {
        assertThat(company.as(categories::all)).isEmpty();
        company.run(() -> importChart.importChart(templates.read("pl"), null));
        assertThat(company.as(categories::all))
                .hasSize(12)
                .extracting(Category::kind)
                .contains(Category.Kind.EXPENSE, Category.Kind.MILEAGE, Category.Kind.PER_DIEM);
        assertThat(company.as(policies::present).settlementAccount()).isEqualTo("234");

        TestCompany other = companies.create();
        byte[] table = "code,name,type,control,parent\n500,Employees,LIABILITY,EMPLOYEE,\n501,Costs,EXPENSE,,\n"
                .getBytes(StandardCharsets.UTF_8);
        other.run(() -> importChart.importChart(table, null));
        assertThat(other.as(categories::all)).hasSize(12);
        assertThat(other.as(policies::present).settlementAccount())
                .as("the account that keeps open items of employees there")
                .isEqualTo("500");
        other.run(() -> importChart.importChart(table, null));
        assertThat(other.as(categories::all)).as("once").hasSize(12);
    }

    @Test
    void companiesOfBeforeGetWhatANewOneGets() throws Exception {
        TestCompany complete = companies.create();
        complete.run(installChart::install);
        TestCompany old = companies.create();
        old.run(() -> importChart.importChart("""
                code;name_en;name_pl;type;parent
                234;Other settlements with employees;Pozostałe rozrachunki z pracownikami;LIABILITY;
                240;Other settlements;Pozostałe rozrachunki;LIABILITY;
                240-01;Deposits;Kaucje;ASSET;240
                """.getBytes(StandardCharsets.UTF_8), null));
        as(
                old,
                "delete from expense.category",
                "delete from expense.policy",
                "delete from expense.mileage_rate",
                "delete from expense.per_diem_rate");
        assertThat(old.as(categories::all)).isEmpty();
        as(company, migration(ACCOUNTS), migration(RULES));
        as(company, migration(ACCOUNTS), migration(RULES));
        assertThat(old.as(() -> chart.find("234")).orElseThrow().control()).isEqualTo("EMPLOYEE");
        assertThat(old.as(() -> chart.find("240-05")).orElseThrow().nameEn())
                .isEqualTo(complete.as(() -> chart.find("240-05")).orElseThrow().nameEn());
        assertThat(old.as(categories::all))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .ignoringCollectionOrder()
                .isEqualTo(complete.as(categories::all));
        assertThat(old.as(policies::present)).isEqualTo(complete.as(policies::present));
        assertThat(company.as(categories::all)).as("without a chart too").hasSize(12);
        assertThat(complete.as(categories::all)).as("once").hasSize(12);
    }

    /** Entries stand on 234 and 240, so neither becomes another: claims are settled on accounts of their own beside them. */
    @Test
    void companiesThatUseTheAccountsOtherwiseGetTheirOwnBesideThem() throws Exception {
        TestCompany used = companies.create();
        used.run(() -> importChart.importChart("""
                code;name_en;name_pl;type;parent
                234;Other settlements with employees;Pozostałe rozrachunki z pracownikami;ASSET;
                234-01;Loans to employees;Pożyczki dla pracowników;ASSET;
                240;Other settlements;Pozostałe rozrachunki;LIABILITY;
                409-01;Travel;Podróże służbowe;EXPENSE;
                """.getBytes(StandardCharsets.UTF_8), null));
        as(
                used,
                "insert into ledger.journal (company_id, id, code, name_en, name_pl, kind)" + " values ('" + used.id()
                        + "', gen_random_uuid(), 'PK', 'Memo', 'PK', 'GENERAL')",
                "delete from expense.policy");
        post(used, LineDraft.of("234", Side.DEBIT, AMOUNT), LineDraft.of("240", Side.CREDIT, AMOUNT));

        for (int time = 0; time < 2; time++) {
            as(company, migration(ACCOUNTS), migration(RULES), migration(BESIDE), migration(POLICY));
        }

        assertThat(used.as(policies::present).settlementAccount()).isEqualTo("234-02");
        assertThat(used.as(() -> chart.find("234")).orElseThrow().control()).isNull();
        assertThat(used.as(() -> chart.find("234-03"))).as("once").isEmpty();
        UUID employee = used.as(() -> registerParty.register(new PartyDraft(
                        "Anna", List.of(), new Address(null, null, null, null, null, "PL"), true, false)))
                .value();
        JournalEntryId entry = post(
                used,
                LineDraft.of("409-01", Side.DEBIT, AMOUNT.plus(AMOUNT)),
                new LineDraft(
                        "234-02", Side.CREDIT, AMOUNT, null, null, employee, null, DAY, null, "Claim", true, false),
                LineDraft.of(used.as(policies::present).cardAccount(), Side.CREDIT, AMOUNT));
        assertThat(used.as(() -> openItems.ofEntry(entry))).hasSize(1);
    }

    private JournalEntryId post(TestCompany of, LineDraft... lines) {
        return of.as(() -> postEntry.post(new JournalEntryDraft(
                "PK",
                DAY,
                DAY,
                DAY,
                "2026-11",
                EntryKind.ORDINARY,
                "Settled",
                null,
                null,
                UUID.randomUUID().toString(),
                List.of(lines))));
    }

    private void as(TestCompany of, String... statements) throws Exception {
        try (Connection connection = database.connect(TestDatabase.OWNER);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + of.id() + "', true)");
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    private static String migration(String resource) throws Exception {
        try (InputStream stream =
                Objects.requireNonNull(ExpenseSetUpModuleTest.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
