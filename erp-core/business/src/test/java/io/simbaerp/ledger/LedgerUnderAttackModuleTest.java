package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Plain SQL against the books, past the application: what PostgreSQL alone refuses, from either role. */
@ModuleTest
class LedgerUnderAttackModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestDatabase database;

    TestCompany company;

    JournalEntryId posted;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        posted = company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
        company.as(() -> post.post(entry(debit("100-01", "70"), owed(UUID.randomUUID(), Side.CREDIT, "70"))));
    }

    @ParameterizedTest
    @CsvSource({
        "update ledger.journal_entry set narration = 'x', journal_entry_is_never_changed",
        "delete from ledger.journal_entry, journal_entry_is_never_changed",
        "truncate ledger.journal_entry cascade, journal_entry_is_never_changed",
        "update ledger.journal_line set debit = debit + 1, journal_line_is_never_changed",
        "delete from ledger.journal_line, journal_line_is_never_changed",
        "truncate ledger.journal_line cascade, journal_line_is_never_changed",
        "update ledger.journal_line_2026 set debit = debit + 1, journal_line_is_written_as_a_whole",
        "delete from ledger.journal_line_2026, journal_line_is_written_as_a_whole",
        "truncate ledger.journal_line_2026 cascade, journal_line_is_written_as_a_whole",
        "insert into ledger.journal_line_2026 select * from ledger.journal_line limit 1, journal_line_is_written_as_a_whole",
        "update ledger.open_item set remaining = 0, open_item_changes_by_allocation_only",
        "update ledger.open_item set party_id = gen_random_uuid(), open_item_changes_by_allocation_only",
        "delete from ledger.open_item, open_item_is_never_deleted",
        "delete from ledger.account, account_is_never_deleted",
        "delete from ledger.journal, journal_is_never_deleted",
        "delete from ledger.cost_centre, cost_centre_is_never_deleted",
    })
    void nothingPostedIsEverChanged(String attack, String constraint) throws SQLException {
        assertThat(refusal(TestDatabase.OWNER, attack)).isEqualTo(constraint);
        assertThat(refusal(TestDatabase.APPLICATION, attack)).isEqualTo(Attack.PERMISSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aSoundEntryByHandIsTaken(String role) throws SQLException {
        assertThat(refusal(role, head().sql(), lines("100-01 5 0", "130-01 0 5")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void anEntryThatDoesNotBalanceIsRefused(String role) throws SQLException {
        assertThat(refusal(role, head().sql(), lines("100-01 5 0", "130-01 0 6")))
                .isEqualTo("journal_entry_balances");
        assertThat(refusal(role, head().sql(), lines("100-01 6 0", "130-01 0 6")))
                .isEqualTo("journal_entry_total_is_the_sum_of_its_debits");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void anEntryNeedsAllItsLinesAndNoOthers(String role) throws SQLException {
        assertThat(refusal(role, head().sql())).isEqualTo("journal_entry_has_lines");
        assertThat(refusal(
                        role,
                        head().with("fiscal_period_id", "gen_random_uuid()").sql()))
                .isEqualTo("journal_entry_names_its_period");
        assertThat(refusal(role, head().sql().replace("j.id", "gen_random_uuid()")))
                .isEqualTo("journal_entry_names_its_journal");
        assertThat(refusal(role, head().sql(), lines("100-01 5 0"))).isEqualTo("journal_entry_lines_come_together");
        assertThat(refusal(role, head().with("line_count", "1").sql(), lines("100-01 5 0")))
                .isEqualTo("journal_entry_has_two_lines");
        assertThat(refusal(role, lines("100-01 5 0", "130-01 0 5"))).isEqualTo("journal_line_belongs_to_an_entry");
        String later = lines("100-01 5 0", "130-01 0 5").replace(EntryBySql.ENTRY, posted.toString());
        assertThat(refusal(role, later)).isEqualTo("journal_line_2026_pkey");
        assertThat(refusal(role, later.replace("1::smallint", "3::smallint").replace("2::smallint", "4::smallint")))
                .isEqualTo("journal_entry_lines_come_together");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aLineStandsOnOneSideAndIsNeverZero(String role) throws SQLException {
        assertThat(refusal(role, head().sql(), lines("100-01 0 0", "130-01 0 5")))
                .isEqualTo("journal_line_is_never_zero");
        assertThat(refusal(role, head().sql(), lines("100-01 5 5", "130-01 5 5")))
                .isEqualTo("journal_line_stands_on_one_side");
        assertThat(refusal(role, head().with("total", "-5").sql(), lines("100-01 -5 0", "130-01 0 -5")))
                .isEqualTo("journal_line_is_negative_only_in_a_correction");
        assertThat(refusal(
                        role,
                        head().with("kind", "'CORRECTION'").with("total", "-5").sql(),
                        lines("100-01 -5 0", "130-01 0 -5")))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void numbersHaveNoGapAndFollowRecording(String role) throws SQLException {
        String sound = lines("100-01 5 0", "130-01 0 5");
        assertThat(refusal(role, head().with("number", "4").sql(), sound))
                .isEqualTo("journal_entry_numbers_have_no_gap");
        assertThat(refusal(role, head().with("number", "2").sql(), sound)).isEqualTo("journal_entry_number_is_unique");
        assertThat(refusal(
                        role,
                        head().with("number", "3")
                                .with("recorded_at", "'2020-01-01'")
                                .sql(),
                        sound))
                .isEqualTo("journal_entry_numbers_follow_recording");
        assertThat(refusal(role, head().with("number", "3").sql(), sound)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aClosedPeriodTakesNothing(String role) throws SQLException {
        String sound = lines("100-01 5 0", "130-01 0 5");
        String close = "update company.fiscal_period set state = 'CLOSED' where code = '2026-11'";
        assertThat(refusal(role, close, head().sql(), sound)).isEqualTo("journal_entry_period_is_open");
        assertThat(refusal(role, head().with("posting_date", "'2026-12-01'").sql(), sound))
                .isEqualTo("journal_entry_posting_date_lies_in_its_period");
        assertThat(refusal(
                        role,
                        head().with("fiscal_period_id", "gen_random_uuid()").sql(),
                        sound))
                .isEqualTo("journal_entry_names_its_period");
        assertThat(refusal(
                        role,
                        head().with("fiscal_year_id", "(select id from company.fiscal_year where code = '2025')")
                                .sql(),
                        sound))
                .isEqualTo("journal_entry_counts_in_the_year_of_its_period");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void accountsAskForWhatTheyNeed(String role) throws SQLException {
        assertThat(refusal(role, head().sql(), lines("100 5 0", "130-01 0 5")))
                .isEqualTo("journal_line_account_is_open_for_entries");
        assertThat(refusal(role, head().sql(), lines("999 5 0", "130-01 0 5")))
                .isIn("journal_line_names_an_account", "23502");
        assertThat(refusal(role, head().sql(), lines("100-01 5 0", "202 0 5")))
                .isEqualTo("control_account_names_its_party");
        assertThat(refusal(role, head().sql(), lines("402-03 5 0", "130-01 0 5")))
                .isEqualTo("account_names_its_cost_centre");
        assertThat(refusal(
                        role,
                        "update ledger.cost_centre set active_to = '2026-10-31'",
                        head().sql(),
                        lines("402-03 5 0", "130-01 0 5")
                                .replace(") select", ", cost_centre_id) select")
                                .replaceAll(
                                        ", ([05]), ([05])(?= |$)",
                                        ", $1, $2, (select id from ledger.cost_centre order by code limit 1)")))
                .isEqualTo("journal_line_cost_centre_is_active");
        assertThat(refusal(role, head().with("total", "5.001").sql(), lines("100-01 5.001 0", "130-01 0 5.001")))
                .isEqualTo("journal_line_is_scaled_to_the_base_currency");
        assertThat(refusal(
                        role,
                        "update ledger.account set currency = 'EUR' where code = '130-02'",
                        head().sql(),
                        lines("100-01 5 0", "130-02 0 5")))
                .isEqualTo("journal_line_is_in_the_currency_of_its_account");
        String sound = lines("100-01 5 0", "130-01 0 5");
        assertThat(refusal(role, head().sql(), sound.replace("date '2026-11-20'", "date '2026-11-19'")))
                .isEqualTo("journal_line_stands_under_its_posting_date");
        assertThat(refusal(
                        role,
                        head().sql(),
                        sound.replace("(select id from ledger.account where code = '100-01')", "gen_random_uuid()")))
                .isEqualTo("journal_line_names_an_account");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void rowsOfAnotherCompanyAreRefused(String role) throws SQLException {
        TestCompany other = companies.create();
        assertThat(refusal(
                        role, head().with("company_id", "'" + other.id() + "'").sql()))
                .isEqualTo("42501");
        String foreignLines = lines("100-01 5 0", "130-01 0 5")
                .replace("select '" + company.id() + "'", "select '" + other.id() + "'");
        assertThat(foreignLines).contains(other.id().toString());
        assertThat(refusal(role, head().sql(), foreignLines)).isEqualTo("42501");
    }

    @Test
    void theKeptBalancesAndOpenItemsAreBeyondTheApplication() throws SQLException {
        for (String attack : new String[] {
            "update ledger.turnover_day set debit = 0",
            "update ledger.turnover_month set debit = 0",
            "update ledger.turnover_part set debit = 0",
            "insert into ledger.turnover_day select * from ledger.turnover_day",
            "insert into ledger.open_item (company_id, id) select company_id, gen_random_uuid() from ledger.open_item",
            "select ledger.record_entry()"
        }) {
            assertThat(refusal(TestDatabase.APPLICATION, attack)).isEqualTo(Attack.PERMISSION);
        }
    }

    @Test
    void anItemIsSettledOnlyByOneOfOppositeEffect() throws SQLException {
        company.as(() -> post.post(entry(debit("100-01", "70"), owed(UUID.randomUUID(), Side.CREDIT, "70"))));
        String pair = "insert into ledger.allocation select company_id, gen_random_uuid(), (array_agg(id))[1],"
                + " (array_agg(id))[2], 70, now(), 'x' from ledger.open_item group by company_id";
        assertThat(refusal(TestDatabase.APPLICATION, pair)).isEqualTo("allocation_settles_opposite_items");
    }

    private EntryBySql.Head head() {
        return new EntryBySql(company.id()).head();
    }

    private String lines(String... lines) {
        return new EntryBySql(company.id()).lines(lines);
    }

    private @Nullable String refusal(String role, String... statements) throws SQLException {
        return new Attack(database, company.id()).refusal(role, statements);
    }
}
