package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.allocation.PreviewSettlement;
import io.simbaerp.ledger.allocation.SettleOpenItems;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.ledger.allocation.SettlementPlan;
import io.simbaerp.ledger.allocation.SettlementView;
import io.simbaerp.ledger.allocation.Settlements;
import io.simbaerp.ledger.allocation.UndoSettlement;
import io.simbaerp.ledger.purpose.AccountPurpose;
import io.simbaerp.ledger.purpose.AccountPurposes;
import io.simbaerp.ledger.purpose.AppointAccount;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open items settled by hand: what is posted with it, what is refused, and that it can be taken back. */
@ModuleTest
class SettlementModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    ReverseJournalEntry.Preview previewOfReversal;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    SettleOpenItems settle;

    @Autowired
    PreviewSettlement preview;

    @Autowired
    UndoSettlement undo;

    @Autowired
    Settlements settlements;

    @Autowired
    AppointAccount appoint;

    @Autowired
    AccountPurposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    private TestCompany company;
    private final UUID party = UUID.randomUUID();

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void aPaymentAtAnotherRateLeavesALossThatIsPosted() {
        UUID invoice = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID payment = item("202", Side.DEBIT, "100.00 EUR", "4.3512");
        SettlementPlan plan = company.as(() -> preview.plan(draft("100.00 EUR", invoice, payment)));
        assertThat(plan.loss()).isEqualTo(Money.of("5.12", "PLN"));
        assertThat(plan.gain().isZero()).isTrue();
        UUID made = company.as(() -> settle.settle(draft("100.00 EUR", invoice, payment)));

        SettlementView view = company.as(() -> settlements.byId(made)).orElseThrow();
        JournalEntryDetails posted =
                company.as(() -> entries.byId(view.entry().id())).orElseThrow();
        assertThat(posted.lines())
                .extracting(JournalEntryDetails.Line::account, JournalEntryDetails.Line::side, line -> line.amount()
                        .toString())
                .containsExactly(tuple("202", Side.CREDIT, "5.12 PLN"), tuple("751-02", Side.DEBIT, "5.12 PLN"));
        assertThat(rest(invoice)).isEqualTo("0.00 EUR");
        assertThat(rest(payment)).isEqualTo("0.00 EUR");
        assertThat(balance("202")).isEqualByComparingTo("0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void partsSettleManyWithManyToTheLastGrosz() {
        UUID first = item("201", Side.DEBIT, "33.33 EUR", "4.3111");
        UUID second = item("201", Side.DEBIT, "66.67 EUR", "4.2999");
        UUID paid = item("201", Side.CREDIT, "50.01 EUR", "4.2000");
        UUID rest = item("201", Side.CREDIT, "49.99 EUR", "4.4000");
        company.as(() -> settle.settle(draft("a", part(first, "10.01 EUR"), part(paid, "10.01 EUR"))));
        assertThat(rest(first)).isEqualTo("23.32 EUR");
        company.as(() -> settle.settle(draft(
                "b",
                part(first, "23.32 EUR"),
                part(second, "66.67 EUR"),
                part(paid, "40.00 EUR"),
                part(rest, "49.99 EUR"))));
        assertThat(company.as(() -> openItems.ofParty(party))).isEmpty();
        assertThat(balance("201")).isEqualByComparingTo("0");
        // 33.33 x 4.3111 + 66.67 x 4.2999 - 50.01 x 4.2 - 49.99 x 4.4, each item rounded by itself
        assertThat(balance("751-02").subtract(balance("750-02").negate())).isEqualByComparingTo("0.36");
        assertThat(differences()).isEmpty();
    }

    @Test
    void itemsSettleAcrossAccountsAndCurrencies() {
        UUID owedToUs = item("201", Side.DEBIT, "100.00 EUR", "4.3000");
        UUID ours = item("202", Side.CREDIT, "200.00 PLN", null);
        UUID more = item("202", Side.CREDIT, "233.00 PLN", null);
        UUID made = company.as(() -> settle.settle(
                draft("k", part(owedToUs, "100.00 EUR"), part(ours, "200.00 PLN"), part(more, "233.00 PLN"))));
        assertThat(balance("201")).isEqualByComparingTo("0");
        assertThat(balance("202")).isEqualByComparingTo("0");
        assertThat(balance("750-02")).isEqualByComparingTo("-3");
        SettlementView view = company.as(() -> settlements.byId(made)).orElseThrow();
        assertThat(view.parts())
                .extracting(one -> one.ofClaim().toString())
                .containsExactlyInAnyOrder("46.19 EUR", "53.81 EUR");

        company.as(() -> undo.undo(made, DAY, "2026-11", "Zły kontrahent"));
        assertThat(balance("201")).isEqualByComparingTo("430");
        assertThat(balance("750-02")).isEqualByComparingTo("0");
        assertThat(rest(owedToUs)).isEqualTo("100.00 EUR");
        assertThat(company.as(() -> openItems.allocations(owedToUs)))
                .hasSize(4)
                .noneMatch(OpenItems.AllocationView::standing);
        assertThat(differences()).isEmpty();
    }

    @Test
    void undoingIsAFurtherRecordOnceAndTakesTheEntryWithIt() {
        UUID invoice = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID payment = item("202", Side.DEBIT, "100.00 EUR", "4.2000");
        SettlementDraft draft = draft("100.00 EUR", invoice, payment);
        UUID made = company.as(() -> settle.settle(draft));
        assertThat(company.as(() -> settle.settle(draft))).isEqualTo(made);
        assertThatThrownBy(() -> company.as(() -> settle.settle(
                        draft(draft.idempotencyKey(), part(invoice, "1.00 EUR"), part(payment, "1.00 EUR")))))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("settlement.key-used-otherwise");
        JournalEntryId posted =
                company.as(() -> settlements.byId(made)).orElseThrow().entry().id();
        assertThatThrownBy(() ->
                        company.as(() -> reverse.reverse(posted, EntryKind.RED_REVERSAL, DAY, "2026-11", "Allein")))
                .hasMessageContaining("journal-entry.of-settlement");
        assertThatThrownBy(() -> company.as(
                        () -> previewOfReversal.entry(posted, EntryKind.RED_REVERSAL, DAY, "2026-11", "Allein")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("journal-entry.of-settlement");
        assertThatThrownBy(() -> company.as(() -> undo.undo(made, DAY, "2026-11", " ")))
                .hasMessageContaining("settlement.reason-missing");
        UUID undone = company.as(() -> undo.undo(made, DAY, "2026-11", "Pomyłka"));
        assertThat(company.as(() -> settlements.byId(made)).orElseThrow().undoneBy())
                .isEqualTo(undone);
        assertThat(rest(invoice)).isEqualTo("100.00 EUR");
        assertThat(balance("202")).isEqualByComparingTo("-10");
        assertThatThrownBy(() -> company.as(() -> undo.undo(made, DAY, "2026-11", "Noch einmal")))
                .hasMessageContaining("settlement.undone-already");
        assertThatThrownBy(() -> company.as(() -> undo.undo(undone, DAY, "2026-11", "Zurück")))
                .hasMessageContaining("settlement.is-undoing");
        company.as(() -> settle.settle(draft("again", part(invoice, "100.00 EUR"), part(payment, "100.00 EUR"))));
        assertThat(balance("202")).isEqualByComparingTo("0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotSettle() {
        UUID debt = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID claim = item("202", Side.DEBIT, "40.00 EUR", "4.3000");
        UUID zloty = item("202", Side.DEBIT, "10.00 PLN", null);
        assertRefused("settlement.nothing-chosen");
        assertRefused("settlement.one-sided", part(debt, "1.00 EUR"));
        assertRefused("settlement.unbalanced", part(debt, "50.00 EUR"), part(claim, "40.00 EUR"));
        assertRefused("settlement.more-than-open", part(debt, "40.01 EUR"), part(claim, "40.01 EUR"));
        assertRefused("settlement.amount-not-positive", part(debt, "0.00 EUR"), part(claim, "0.00 EUR"));
        assertRefused("settlement.amount-unrounded", part(debt, "1.001 EUR"), part(claim, "1.001 EUR"));
        assertRefused("settlement.currency-differs", part(debt, "1.00 PLN"), part(claim, "1.00 EUR"));
        assertRefused("settlement.item-twice", part(debt, "1.00 EUR"), part(debt, "1.00 EUR"));
        UUID dollars = item("202", Side.DEBIT, "5.00 USD", "4.0000");
        assertRefused(
                "settlement.currencies-mixed",
                part(debt, "3.00 EUR"),
                part(zloty, "5.00 PLN"),
                part(dollars, "5.00 USD"));
        UUID theirs = company.as(() -> openItems
                .ofEntry(
                        post.post(entry(debit("403-90", "5"), LedgerFixture.owed(UUID.randomUUID(), Side.CREDIT, "5"))))
                .get(0)
                .id());
        assertRefused("settlement.other-party", part(theirs, "5.00 PLN"), part(zloty, "5.00 PLN"));
        assertThatThrownBy(() -> company.as(
                        () -> preview.plan(draft("x", part(UUID.randomUUID(), "1.00 EUR"), part(claim, "1.00 EUR")))))
                .isInstanceOf(NotFound.class);
        TestCompany other = companies.create();
        assertThatThrownBy(() -> other.as(() -> preview.plan(draft("x", part(debt, "1.00 EUR")))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void twoPeopleNeverSettleTheSameTwice() throws Exception {
        UUID debt = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID one = item("202", Side.DEBIT, "80.00 EUR", "4.2000");
        UUID two = item("202", Side.DEBIT, "80.00 EUR", "4.4000");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> both = List.of(
                    () -> outcome(draft("one", part(debt, "80.00 EUR"), part(one, "80.00 EUR"))),
                    () -> outcome(draft("two", part(two, "80.00 EUR"), part(debt, "80.00 EUR"))));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> done : pool.invokeAll(both)) {
                outcomes.add(done.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder("settled", "settlement.more-than-open");
        } finally {
            pool.shutdown();
        }
        assertThat(rest(debt)).isEqualTo("20.00 EUR");
        assertThat(differences()).isEmpty();
    }

    @Test
    void anAccountMustFitItsPurpose() {
        assertThat(company.as(() -> purposes.all()))
                .containsEntry(AccountPurpose.EXCHANGE_LOSS, "751-02")
                .containsEntry(AccountPurpose.YEAR_RESULT, "860");
        company.run(() -> appoint.appoint(AccountPurpose.EXCHANGE_LOSS, "751-90"));
        assertThat(company.as(() -> purposes.account(AccountPurpose.EXCHANGE_LOSS)))
                .isEqualTo("751-90");
        for (String misfit : new String[] {"202", "751", "100-01"}) {
            assertThatThrownBy(() -> company.run(() -> appoint.appoint(AccountPurpose.EXCHANGE_LOSS, misfit)))
                    .hasMessageContaining("account-purpose.account-misfits");
        }
        assertThatThrownBy(() -> company.run(() -> appoint.appoint(AccountPurpose.EXCHANGE_LOSS, "nowhere")))
                .hasMessageContaining("account-purpose.account-unknown");
        TestCompany bare = companies.create();
        assertThatThrownBy(() -> bare.as(() -> purposes.account(AccountPurpose.EXCHANGE_GAIN)))
                .hasMessageContaining("account-purpose.exchange-gain-missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.settlement set reason = 'x' | settlement_is_never_changed
            delete from ledger.settlement | settlement_is_never_changed
            delete from ledger.allocation | allocation_is_never_changed
            delete from ledger.account_purpose | account_purpose_is_never_deleted
            update ledger.account_purpose p set account_id = (select id from ledger.account where code = '202') | account_fits_its_purpose
            {settlement}, 'a2', 'h', now(), 'x' from ledger.settlement where undoes is null; {part} | settlement_is_written_whole
            {later} | settlement_is_written_whole
            {other} 'x', null, undoes, 1, 'b', 'h', now(), 'x' from ledger.settlement | settlement_is_written_whole
            insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by) select company_id, gen_random_uuid(), against_id, item_id, 60, now(), 'x' from ledger.allocation | allocation_leaves_no_difference
            insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by) select company_id, gen_random_uuid(), against_id, item_id, 61, now(), 'x' from ledger.allocation | open_item_is_never_over_allocated
            {alloc} item_id, against_id, 10, 11, null, null from ledger.allocation | allocation_in_one_currency_is_equal
            {alloc} item_id, against_id, 1.001, 1.001, null, null from ledger.allocation | allocation_is_scaled_to_its_currency
            insert into ledger.open_item (company_id, id, entry_id, line_number, posting_date, account_id, party_id, side, currency, amount, remaining, base_amount, base_allocated, due_date) select company_id, gen_random_uuid(), entry_id, 99, posting_date, account_id, party_id, side, currency, amount, amount, base_amount, abs(base_amount) + 1, due_date from ledger.open_item | open_item_leaves_nothing_in_the_books
            {undo} party_id, day, 'x', id, 1, idempotency_key, 'h', now(), 'x' from ledger.settlement | settlement_is_made_once
            {undo} party_id, day, ' ', id, 1, 'u', 'h', now(), 'x' from ledger.settlement | settlement_is_undone_for_a_reason
            {undo} party_id, day, 'x', id, 1, 'u1', 'h', now(), 'x' from ledger.settlement; {undo} party_id, day, 'x', id, 1, 'u2', 'h', now(), 'x' from ledger.settlement where undoes is null | settlement_is_undone_once
            {undo} gen_random_uuid(), day, 'x', id, 1, 'u1', 'h', now(), 'x' from ledger.settlement; {alloc} a.item_id, a.against_id, -a.amount, -a.amount, u.id, a.id from ledger.allocation a join ledger.settlement u on u.undoes = a.settlement_id | settlement_is_undone_whole
            {alloc} item_id, against_id, -amount, -amount, settlement_id, id from ledger.allocation | allocation_is_undone_with_its_settlement
            insert into ledger.line_reversal (company_id, entry_id, line_number, reversal_id, reversal_line) select company_id, entry_id, 1, entry_id, 1 from ledger.settlement | settlement_entry_goes_with_its_settlement
            """)
    void theDatabaseKeepsTheRulesWhoeverWrites(String attack, String constraint) throws SQLException {
        UUID debt = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID claim = item("202", Side.DEBIT, "100.00 EUR", "4.2000");
        company.as(() -> settle.settle(draft("s", part(debt, "40.00 EUR"), part(claim, "40.00 EUR"))));
        String settlement = "insert into ledger.settlement (company_id, id, party_id, day, parts, idempotency_key,"
                + " input_hash, recorded_at, recorded_by) select company_id, '" + claim + "', party_id, day, 2";
        String part = "insert into ledger.allocation (company_id, id, item_id, against_id, amount, settlement_id,"
                + " recorded_at, recorded_by) select company_id, gen_random_uuid(), item_id, against_id, 10, '" + claim
                + "', now(), 'x' from ledger.allocation";
        String later = part.replace("'" + claim + "'", "settlement_id");
        String other = "insert into ledger.settlement (company_id, id, party_id, day, reason, entry_id, undoes, parts,"
                + " idempotency_key, input_hash, recorded_at, recorded_by)"
                + " select company_id, gen_random_uuid(), party_id, day,";
        String undoing = "insert into ledger.settlement (company_id, id, party_id, day, reason, undoes, parts,"
                + " idempotency_key, input_hash, recorded_at, recorded_by) select company_id, gen_random_uuid(),";
        String allocation =
                "insert into ledger.allocation (recorded_at, recorded_by, company_id, id, item_id, against_id,"
                        + " amount, against_amount, settlement_id, undoes) select now(), 'x', {a}company_id, gen_random_uuid(),";
        allocation = allocation.replace("{a}", attack.contains("a.item_id") ? "a." : "");
        String sql = attack.replace("{settlement}", settlement)
                .replace("{part}", part)
                .replace("{later}", later)
                .replace("{other}", other)
                .replace("{undo}", undoing)
                .replace("{alloc}", allocation);
        assertThat(refusal(TestDatabase.OWNER, sql)).isEqualTo(constraint);
        assertThat(differences()).isEmpty();
    }

    @Test
    void anEntryThatPostsTooLittleIsRefusedByTheDatabase() throws SQLException {
        UUID debt = item("202", Side.CREDIT, "100.00 EUR", "4.3000");
        UUID claim = item("202", Side.DEBIT, "100.00 EUR", "4.2000");
        UUID id = UUID.randomUUID();
        assertThat(refusal(
                        TestDatabase.APPLICATION,
                        "insert into ledger.settlement (company_id, id, party_id, day, parts, idempotency_key, input_hash,"
                                + " recorded_at, recorded_by) values (simba.current_company(), '" + id + "', '" + party
                                + "', '2026-11-20', 1, 'k', 'h', now(), 'x'); insert into ledger.allocation (company_id, id,"
                                + " item_id, against_id, amount, settlement_id, recorded_at, recorded_by) values"
                                + " (simba.current_company(), gen_random_uuid(), '" + claim + "', '" + debt
                                + "', 100, '" + id + "', now(), 'x')"))
                .isEqualTo("settlement_posts_its_differences");
    }

    private String refusal(String role, String statements) throws SQLException {
        try (Connection attacker = database.connect(role);
                Statement sql = attacker.createStatement()) {
            attacker.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company.id().value() + "', true)");
            for (String statement : statements.split(";")) {
                sql.execute(statement);
            }
            attacker.commit();
            return "";
        } catch (PSQLException refused) {
            return String.valueOf(refused.getServerErrorMessage().getConstraint());
        }
    }

    private String outcome(SettlementDraft draft) {
        try {
            company.as(() -> settle.settle(draft));
            return "settled";
        } catch (RuleViolation refused) {
            return refused.rule();
        }
    }

    private void assertRefused(String rule, SettlementDraft.Part... parts) {
        assertThatThrownBy(() -> company.as(() -> preview.plan(draft("p", parts))))
                .hasMessageContaining(rule);
        assertThatThrownBy(() -> company.as(() -> settle.settle(draft("p", parts))))
                .hasMessageContaining(rule);
    }

    private SettlementDraft draft(String amount, UUID one, UUID other) {
        return draft("key " + one, part(one, amount), part(other, amount));
    }

    private SettlementDraft draft(String key, SettlementDraft.Part... parts) {
        return new SettlementDraft(party, DAY, "2026-11", null, key, List.of(parts));
    }

    private static SettlementDraft.Part part(UUID item, String amount) {
        return new SettlementDraft.Part(item, money(amount));
    }

    private static Money money(String text) {
        return Money.of(text.split(" ")[0], text.split(" ")[1]);
    }

    /** Posts a line on the control account and gives its open item. */
    private UUID item(String account, Side side, String amount, String rate) {
        Money foreign = money(amount);
        ExchangeRate at = rate == null
                ? null
                : new ExchangeRate(
                        foreign.currency(), CurrencyCode.PLN, new BigDecimal(rate), DAY.minusDays(1), "T", "NBP");
        Money base = at == null ? foreign : at.convert(foreign);
        LineDraft line = new LineDraft(
                account, side, base, at == null ? null : foreign, at, party, null, DAY, null, null, true, false);
        LineDraft other = side == Side.DEBIT
                ? credit("130-01", base.amount().toPlainString())
                : debit("130-01", base.amount().toPlainString());
        JournalEntryId posted = company.as(() -> post.post(entry(other, line)));
        return company.as(() -> openItems.ofEntry(posted)).get(0).id();
    }

    private String rest(UUID item) {
        return company.as(() -> openItems.ofIds(List.of(item)).get(0).remaining())
                .toString();
    }

    private BigDecimal balance(String account) {
        return company.inTransaction(() -> jdbc.sql("select coalesce(sum(l.debit - l.credit), 0)"
                        + " from ledger.journal_line l join ledger.account a on a.id = l.account_id where a.code = ?")
                .param(account)
                .query(BigDecimal.class)
                .single());
    }

    private List<String> differences() {
        return company.inTransaction(() -> jdbc.sql("select what || ' ' || about from ledger.differences()")
                .query(String.class)
                .list());
    }
}
