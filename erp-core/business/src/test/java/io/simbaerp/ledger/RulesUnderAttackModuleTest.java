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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** More plain SQL against the books: numbers, reversals, locks by person, open items, allocations and the register. */
@ModuleTest
class RulesUnderAttackModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    TestDatabase database;

    TestCompany company;

    EntryBySql sound;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        sound = new EntryBySql(company.id());
        company.as(() -> post.post(entry(debit("100-01", "50"), credit("130-01", "50"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aKeyPostsOneEntry(String role) throws SQLException {
        String again = sound.head()
                .sql()
                .replace("gen_random_uuid(), 'x'", "(select min(idempotency_key) from ledger.journal_entry), 'x'");
        assertThat(refusal(role, again, lines())).isEqualTo("journal_entry_is_posted_once");
    }

    /** What is posted together is looked at together when the transaction ends; saying less would hide an entry. */
    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void entriesOfOneStatementSayRightlyHowManyTheyAre(String role) throws SQLException {
        for (String said : new String[] {"0", "2", "-1"}) {
            assertThat(refusal(role, together("2", said), lines()))
                    .as(said)
                    .isEqualTo("journal_entry_counts_what_is_posted_with_it");
        }
        String other = second(together("3", "0").replaceFirst(".* select ", "select "));
        String otherLines = second(lines());
        assertThat(refusal(role, together("2", "2") + " union all " + other, lines(), otherLines))
                .isNull();
        assertThat(refusal(role, together("2", "2") + " union all " + other, lines()))
                .isEqualTo("journal_entry_has_lines");
        assertThat(refusal(role, together("2", "2") + " union all " + other, otherLines))
                .isEqualTo("journal_entry_has_lines");
        assertThat(refusal(role, together("2", "1") + " union all " + other, lines(), otherLines))
                .isEqualTo("journal_entry_counts_what_is_posted_with_it");
    }

    /** Many are judged by another plan than one: beside a sound entry in the same statement the same rules hold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            fiscal_period_id | gen_random_uuid() | journal_entry_names_its_period
            j.id, | gen_random_uuid(), | journal_entry_names_its_journal
            posting_date | '2026-12-01' | journal_entry_posting_date_lies_in_its_period
            fiscal_year_id | '00000000-0000-0000-0000-000000000001'::uuid | journal_entry_counts_in_the_year_of_its_period
            recorded_at | '2020-01-01' | journal_entry_numbers_follow_recording
            number | 4 | journal_entry_numbers_have_no_gap
            total | 6 | journal_entry_total_is_the_sum_of_its_debits
            line_count | 3 | journal_entry_lines_come_together
            """)
    void anUnsoundEntryIsRefusedAloneAndBesideASoundOne(String what, String value, String rule) throws SQLException {
        EntryBySql.Head head = sound.head().with(what, value);
        boolean elsewhere = what.equals("j.id,");
        String one = together(head, "2", "1").replace(elsewhere ? what : "none", value);
        String first = elsewhere ? one : together(head, "2", "2");
        String others = elsewhere ? together("2", "1") : together("3", "0");
        assertThat(refusal(TestDatabase.APPLICATION, one, lines())).isEqualTo(rule);
        assertThat(refusal(
                        TestDatabase.APPLICATION,
                        first + " union all " + onlyRows(second(others)),
                        lines() + " union all " + onlyRows(second(lines()))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100-01 5 0 | 130-01 0 6 | journal_entry_balances
            100 5 0 | 130-01 0 5 | journal_line_account_is_open_for_entries
            100-01 5 0 | 202 0 5 | control_account_names_its_party
            402-03 5 0 | 130-01 0 5 | account_names_its_cost_centre
            100-01 5.001 0 | 130-01 0 5.001 | journal_line_is_scaled_to_the_base_currency
            100-01 -5 0 | 130-01 0 -5 | journal_line_is_negative_only_in_a_correction
            """)
    void unsoundLinesAreRefusedAloneAndBesideSoundOnes(String debited, String credited, String rule)
            throws SQLException {
        String unsound = sound.lines(debited, credited);
        assertThat(refusal(TestDatabase.APPLICATION, together("2", "1"), unsound))
                .isEqualTo(rule);
        for (String wrong : List.of(
                unsound + " union all " + onlyRows(second(lines())),
                lines() + " union all " + onlyRows(second(unsound)))) {
            assertThat(refusal(
                            TestDatabase.APPLICATION,
                            together("2", "2") + " union all " + onlyRows(second(together("3", "0"))),
                            wrong))
                    .isEqualTo(rule);
        }
    }

    /** Each journal counts for itself, also where one statement posts into several of them. */
    @ParameterizedTest
    @CsvSource({"1, ", "2, journal_entry_numbers_have_no_gap"})
    void numbersOfAJournalAreJudgedBesideThoseOfAnother(String number, @Nullable String rule) throws SQLException {
        String other = second(together(number, "1")).replace("'PK'", "'BK'");
        assertThat(refusal(
                        TestDatabase.APPLICATION,
                        together("2", "1") + " union all " + onlyRows(other),
                        lines() + " union all " + onlyRows(second(lines()))))
                .isEqualTo(rule);
    }

    private static String onlyRows(String insert) {
        return insert.replaceFirst("insert into .*? select ", "select ");
    }

    private String together(String number, String said) {
        return together(sound.head(), number, said);
    }

    private String together(EntryBySql.Head head, String number, String said) {
        return head.with("number", number)
                .sql()
                .replaceFirst("(?<=, )(\\d+) from ledger.journal j", "$1, " + said + " from ledger.journal j")
                .replace("line_count, total)", "line_count, total, posted_together)")
                .replace("'" + EntryBySql.ENTRY + "'", "'" + EntryBySql.ENTRY + "'::uuid")
                .replace("'" + company.id() + "'", "'" + company.id() + "'::uuid");
    }

    @Test
    void aNumberStandsOnceEvenWithoutTheTriggers() throws SQLException {
        String off = "alter table ledger.journal_entry disable trigger user";
        assertThat(refusal(
                        TestDatabase.OWNER,
                        off,
                        sound.head().with("number", "1").sql()))
                .isEqualTo("journal_entry_number_is_unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void anEntryIsReversedOnceAndByAReversal(String role) throws SQLException {
        assertThat(refusal(role, reversing("ORDINARY"), lines())).isEqualTo("journal_entry_reversal_is_of_its_kind");
        assertThat(refusal(role, reversing("BLACK_REVERSAL"), lines(), second(reversing("BLACK_REVERSAL"))))
                .isEqualTo("journal_entry_is_reversed_once");
    }

    @Test
    void aSoftClosedPeriodIsClosedForWhoeverTheDatabaseDoesNotKnow() throws SQLException {
        String soft = "update company.fiscal_period set general_lock = 'SOFT_CLOSED' where code = '2026-11'";
        String stranger = sound.head().sql().replace("'attacker'", "'person:" + UUID.randomUUID() + "'");
        assertThat(refusal(TestDatabase.APPLICATION, soft, stranger, lines()))
                .isEqualTo("journal_entry_soft_closed_period_takes_few");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void amountsHaveTheDecimalsOfTheirCurrency(String role) throws SQLException {
        String yen = lines().replace("debit,\n", "debit,")
                .replace("debit, credit)", "debit, credit, currency, transaction_amount, rate)")
                .replaceAll(", ([05]), ([05])(?= |$)", ", $1, $2, 'JPY', 100.5, 1");
        assertThat(yen).contains("'JPY'");
        assertThat(refusal(role, sound.head().sql(), yen)).isEqualTo("journal_line_is_scaled_to_its_currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aCostCentreIsOneOfTheCompany(String role) throws SQLException {
        assertThat(refusal(role, sound.head().sql(), with("cost_centre_id", "gen_random_uuid()")))
                .isEqualTo("journal_line_names_a_cost_centre");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void anOpenItemNeedsAControlAccountAndADueDate(String role) throws SQLException {
        assertThat(refusal(role, sound.head().sql(), with("open_item", "true")))
                .isEqualTo("open_item_stands_on_a_control_account");
    }

    @Test
    void nothingIsAllocatedTwiceOrBelowZeroOrEverChanged() throws SQLException {
        UUID supplier = UUID.randomUUID();
        company.as(() -> post.post(entry(debit("100-01", "70"), owed(supplier, Side.CREDIT, "70"))));
        company.as(() -> post.post(entry(owed(supplier, Side.DEBIT, "70"), credit("100-01", "70"))));
        String pair =
                "insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)"
                        + " select d.company_id, gen_random_uuid(), d.id, c.id, %s, now(), 'x' from ledger.open_item d,"
                        + " ledger.open_item c where d.side = 'DEBIT' and c.side = 'CREDIT'";
        for (String role : new String[] {TestDatabase.APPLICATION, TestDatabase.OWNER}) {
            assertThat(refusal(role, pair.formatted("70"))).isNull();
            assertThat(refusal(role, pair.formatted("70.01"))).isEqualTo("open_item_is_never_over_allocated");
            assertThat(refusal(role, pair.formatted("60"), pair.formatted("60")))
                    .isEqualTo("open_item_is_never_over_allocated");
            assertThat(refusal(role, pair.formatted("-1"))).isEqualTo("allocation_is_positive");
        }
        for (String change : new String[] {
            "update ledger.allocation set amount = 1",
            "delete from ledger.allocation",
            "truncate ledger.allocation cascade"
        }) {
            assertThat(refusal(TestDatabase.OWNER, pair.formatted("70"), change))
                    .isEqualTo("allocation_is_never_changed");
            assertThat(refusal(TestDatabase.APPLICATION, pair.formatted("70"), change))
                    .isEqualTo(Attack.PERMISSION);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TestDatabase.APPLICATION, TestDatabase.OWNER})
    void aMonthLockedForVatTakesNoRegisterRow(String role) throws SQLException {
        String row =
                "insert into tax.vat_register_row (company_id, id, document_id, direction, tax_code, currency, base, tax,"
                        + " deductible_tax, vat_period, party_id, document_number, document_date, recorded_at, posting_key) values ('"
                        + company.id()
                        + "', gen_random_uuid(), gen_random_uuid(), 'INPUT', 'P23', 'PLN', 100, 23, 23, '2026-11',"
                        + " gen_random_uuid(), 'x', '2026-11-20', now(), 'x')";
        String lock = "update company.fiscal_period set vat_lock = 'CLOSED' where code = '2026-11'";
        assertThat(refusal(role, row)).isNull();
        assertThat(refusal(role, lock, row)).isEqualTo("vat_register_row_period_is_open");
    }

    private String reversing(String kind) {
        return sound.head()
                .with("kind", "'" + kind + "'")
                .sql()
                .replace("idempotency_key,", "idempotency_key, reversal_of,")
                .replace(
                        "gen_random_uuid(), 'x'",
                        "gen_random_uuid(), (select max(e.id::text)::uuid from"
                                + " ledger.journal_entry e where e.reversal_of is null), 'x'");
    }

    private static String second(String head) {
        return head.replace(EntryBySql.ENTRY, EntryBySql.ENTRY.replace('1', '3'));
    }

    private String lines() {
        return sound.lines("100-01 5 0", "130-01 0 5");
    }

    private String with(String column, String value) {
        return lines().replace("credit) select", "credit, " + column + ") select")
                .replaceAll(", ([05]), ([05])(?= |$)", ", $1, $2, " + value);
    }

    private @Nullable String refusal(String role, String... statements) throws SQLException {
        return new Attack(database, company.id()).refusal(role, statements);
    }
}
