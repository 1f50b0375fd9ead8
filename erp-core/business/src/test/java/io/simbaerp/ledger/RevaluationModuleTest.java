package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.ledger.allocation.SettleOpenItems;
import io.simbaerp.ledger.allocation.SettlementDraft;
import io.simbaerp.ledger.closing.YearEnd;
import io.simbaerp.ledger.revaluation.PreviewRevaluation;
import io.simbaerp.ledger.revaluation.RateSource;
import io.simbaerp.ledger.revaluation.RevaluationMethod;
import io.simbaerp.ledger.revaluation.RevaluationPlan;
import io.simbaerp.ledger.revaluation.Revaluations;
import io.simbaerp.ledger.revaluation.RevalueItems;
import io.simbaerp.ledger.revaluation.TakeBackRevaluation;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Open items in foreign currency, valued at the end of a day. */
@ModuleTest
class RevaluationModuleTest {

    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    OpenItems openItems;

    @Autowired
    SettleOpenItems settle;

    @Autowired
    PreviewRevaluation preview;

    @Autowired
    RevalueItems revalue;

    @Autowired
    TakeBackRevaluation takeBack;

    @Autowired
    Revaluations revaluations;

    @Autowired
    YearEnd yearEnd;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private final UUID party = UUID.randomUUID();

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        rate("EUR", "2025-12-30", "4.2100", "NBP");
        rate("EUR", "2025-12-31", "4.2500", "NBP");
        rate("EUR", "2025-12-31", "4.2600", "ECB");
        rate("EUR", "2026-01-02", "9.9999", "NBP");
    }

    @Test
    void whatWasOpenOnTheDayIsValuedAndComesBackOnTheNext() {
        UUID debt = item("202", Side.CREDIT, "100.00", "4.3000", LAST.minusDays(20));
        UUID paid = item("202", Side.DEBIT, "40.00", "4.2000", LAST.minusDays(10));
        item("201", Side.DEBIT, "10.00", "4.2000", LAST);
        item("201", Side.DEBIT, "77.00", "4.2000", LAST.plusDays(1));
        settle(debt, paid, "30.00", LAST.minusDays(5), "before");
        settle(debt, paid, "10.00", LAST.plusDays(5), "after");

        RevaluationPlan plan = company.as(() -> preview.plan(wish(LAST, RateSource.NBP)));
        // 70 EUR owed at 4.30, 10 EUR prepaid at 4.20, 10 EUR claimed at 4.20; all at 4.25
        assertThat(plan.items())
                .extracting(one -> one.open() + " " + one.carried() + " " + one.gain())
                .containsExactlyInAnyOrder(
                        "70.00 EUR 301.00 PLN 3.50 PLN",
                        "10.00 EUR 42.00 PLN 0.50 PLN",
                        "10.00 EUR 42.00 PLN 0.50 PLN");
        assertThat(plan.gain()).isEqualTo(Money.of("4.50", "PLN"));
        UUID made = company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "k"));
        assertThat(company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "k")))
                .isEqualTo(made);
        assertThat(balance("750-02", LAST)).isEqualByComparingTo("-7.50");
        // Realised before: 3.00. Left are 70 EUR owed and 10 EUR prepaid, at 4.25.
        assertThat(balance("202", LAST)).isEqualByComparingTo("-255.00");
        assertThat(balance("750-02", LAST.plusDays(1))).isEqualByComparingTo("-3.00");
        assertThatThrownBy(() -> company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "other")))
                .hasMessageContaining("revaluation.nothing-to-value");
        item("201", Side.DEBIT, "20.00", "4.0000", LAST);
        company.as(() -> revalue.revalue(wish(LAST, RateSource.ECB), "Wycena", "later"));
        assertThat(balance("750-02", LAST)).isEqualByComparingTo("-12.70");
        assertThat(company.as(() -> revaluations.latest(9))).hasSize(2);
        assertThat(company.inTransaction(() -> jdbc.sql("select what from ledger.differences()")
                        .query(String.class)
                        .list()))
                .isEmpty();
    }

    @Test
    void itIsTakenBackWithBothEntriesOnlyAndMayBeDoneAgain() {
        item("202", Side.CREDIT, "100.00", "4.3000", LAST);
        UUID made = company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "k"));
        Revaluations.RevaluationView view =
                company.as(() -> revaluations.byId(made)).orElseThrow();
        for (JournalEntryId one : List.of(view.entry().id(), view.back().id())) {
            assertThatThrownBy(() ->
                            company.as(() -> reverse.reverse(one, EntryKind.RED_REVERSAL, LAST, "2025-12", "allein")))
                    .hasMessageContaining("journal-entry.of-revaluation");
        }
        assertThatThrownBy(() -> company.run(() -> takeBack.takeBack(made, " ")))
                .hasMessageContaining("revaluation.reason-missing");
        company.run(() -> takeBack.takeBack(made, "Zły kurs"));
        assertThat(balance("750-02", LAST)).isEqualByComparingTo("0");
        assertThat(balance("202", LAST)).isEqualByComparingTo("-430.00");
        assertThatThrownBy(() -> company.run(() -> takeBack.takeBack(made, "noch einmal")))
                .hasMessageContaining("revaluation.taken-back-already");
        company.as(() -> revalue.revalue(wish(LAST, RateSource.ECB), "Wycena", "again"));
        assertThat(balance("202", LAST)).isEqualByComparingTo("-426.00");
        TestCompany other = companies.create();
        assertThatThrownBy(() -> other.run(() -> takeBack.takeBack(made, "x"))).isInstanceOf(NotFound.class);
    }

    @Test
    void withoutARateNothingIsValuedAndClosingWarns() {
        item("202", Side.CREDIT, "100.00", "4.3000", LAST);
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .contains("items-unvalued");
        assertThatThrownBy(() -> company.as(() -> preview.plan(wish(LAST.plusDays(20), RateSource.NBP))))
                .hasMessageContaining("revaluation.rate-missing");
        company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "k"));
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .doesNotContain("items-unvalued");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.revaluation set day = day + 1 | revaluation_is_only_taken_back
            update ledger.revaluation set taken_back_at = now(), taken_back_by = 'x', taken_back_for = ' ' | revaluation_is_taken_back_for_a_reason
            update ledger.revaluation set taken_back_at = now(), taken_back_by = 'x', taken_back_for = 'x' | revaluation_entries_go_back_together
            delete from ledger.revaluation | revaluation_is_never_deleted
            delete from ledger.revalued_item | revalued_item_is_never_changed
            {run} 'k2', back_id, entry_id, 1 from ledger.revaluation where method = 'REVERSED' | revaluation_is_written_whole
            {run} idempotency_key, back_id, entry_id, 0 from ledger.revaluation where method = 'REVERSED' | revaluation_is_made_once
            {item} r.id, i.id, 1, 1, 0, 1, r.day, 'x', 2, 2 from ledger.revaluation r, ledger.open_item i where not exists (select from ledger.revalued_item v where v.item_id = i.id) | revalued_item_differs_by_its_rate
            {item} r.id, i.item_id, 1, 1, 0, 1, r.day, 'x', 1, 0 from ledger.revaluation r, ledger.revalued_item i | item_is_revalued_once_a_day
            {item} r.id, i.id, 1, 1, 2, 1, r.day, 'x', 4, 1 from ledger.revaluation r, ledger.open_item i where not exists (select from ledger.revalued_item v where v.item_id = i.id) | revalued_item_counts_what_stayed
            {account} r.id, a.id, 'EUR', 1, 1, 1, r.day, 'x', 2, 2 from ledger.revaluation r, ledger.account a where a.code = '130-01' | revalued_account_differs_by_its_rate
            update ledger.revalued_account set value = 0 | revalued_account_is_never_changed
            {stays} 'k4', entry_id, null, 0 from ledger.revaluation where method = 'REVERSED' | revaluations_that_stay_follow_each_other
            {stays} 'k5', entry_id, entry_id, 0 from ledger.revaluation where method = 'CUMULATIVE' | revaluation_comes_back_unless_it_stays
            {run} 'k3', e.id, r.back_id, 0 from ledger.revaluation r join ledger.journal_entry e on e.posting_date = r.day and e.id <> r.entry_id limit 1 | revaluation_posts_its_differences
            """)
    void theDatabaseKeepsTheRulesWhoeverWrites(String attack, String constraint) throws SQLException {
        item("202", Side.CREDIT, "100.00", "4.3000", LAST);
        company.as(() -> revalue.revalue(wish(LAST, RateSource.NBP), "Wycena", "k"));
        rate("EUR", "2026-01-31", "4.4000", "NBP");
        company.as(() -> revalue.revalue(stays(LAST.plusDays(31)), "Wycena", "stays"));
        item("201", Side.DEBIT, "1.00", "4.0000", LAST);
        String run =
                "insert into ledger.revaluation (company_id, id, day, source, method, accounts, recorded_at, recorded_by,"
                        + " idempotency_key, entry_id, back_id, items) select {r}company_id, gen_random_uuid(), {r}day,"
                        + " 'NBP', 'REVERSED', 0, now(), 'x',";
        String item =
                "insert into ledger.revalued_item (company_id, revaluation_id, item_id, open_amount, carried, adjusted,"
                        + " rate, rate_date, rate_table, value, difference) select r.company_id,";
        String account =
                "insert into ledger.revalued_account (company_id, revaluation_id, account_id, currency, balance,"
                        + " carried, rate, rate_date, rate_table, value, difference) select r.company_id,";
        String sql = attack.replace("{run}", run.replace("{r}", attack.contains("e.id") ? "r." : ""))
                .replace("{stays}", run.replace("{r}", "").replace("REVERSED", "CUMULATIVE"))
                .replace("{account}", account)
                .replace("{item}", item);
        try (Connection attacker = database.connect(TestDatabase.OWNER);
                Statement statement = attacker.createStatement()) {
            attacker.setAutoCommit(false);
            statement.execute(
                    "select set_config('simba.company', '" + company.id().value() + "', true)");
            assertThatThrownBy(() -> {
                        statement.execute(sql);
                        attacker.commit();
                    })
                    .isInstanceOfSatisfying(PSQLException.class, refused -> assertThat(
                                    refused.getServerErrorMessage().getConstraint())
                            .isEqualTo(constraint));
        }
    }

    @Test
    void pagesAndProgramsDoTheSame() {
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
        assertThat(text(reader, get("/ledger/revaluations"), 200)).contains("Nothing was valued yet");
        item("202", Side.CREDIT, "100.00", "4.3000", LAST);
        assertThat(text(reader, get("/ledger/revaluations?day=2025-12-31"), 200))
                .contains("4.25", "425,00", "750-02", "Post the differences", "T/2025-12-31");
        assertThat(text(reader, get("/ledger/revaluations?day=2026-02-20"), 422))
                .contains("no mean rate of NBP for EUR");
        MockHttpServletResponse made = reader.ask(
                post("/ledger/revaluations").param("day", "2025-12-31").param("key", "a"));
        assertThat(made.getStatus()).isEqualTo(302);
        String address = made.getRedirectedUrl();
        assertThat(text(reader, get(address), 200)).contains("425,00", "5,00", "take-back", "PK/2025/", "PK/2026/");
        assertThat(reader.page(get("/ledger/revaluations"), "pl")).contains("Wycena walutowa", "PK/2025/");
        assertThat(text(reader, post(address + "/take-back"), 422)).contains("Say why");
        String api = "/api/v1" + address.replace("/ledger", "");
        assertThat(JsonPath.<String>read(text(reader, get(api), 200), "$.items[0].gain.amount"))
                .isEqualTo("5.00");
        assertThat(text(reader, json(post(api + "/take-back"), "{\"reason\":\"typo\"}"), 200))
                .contains("typo");
        String day = "{\"day\":\"2025-12-31\",\"source\":\"ECB\"}";
        assertThat(JsonPath.<String>read(
                        text(reader, json(post("/api/v1/revaluations/preview"), day), 200), "$.gain.amount"))
                .isEqualTo("4.00");
        assertThat(text(reader, json(post("/api/v1/revaluations").header("Idempotency-Key", "k"), day), 201))
                .contains("\"count\":1");
        assertThat(text(reader, json(post("/api/v1/revaluations"), "{}"), 422)).contains("journal-entry.key-missing");
    }

    @Test
    void whatStaysIsCountedByTheNextAndTakenOutOfWhatWasSettled() {
        rate("EUR", "2026-01-30", "4.3500", "NBP");
        rate("EUR", "2026-02-27", "4.1000", "NBP");
        LocalDate january = LocalDate.of(2026, 1, 31);
        LocalDate february = LocalDate.of(2026, 2, 28);
        UUID debt = item("202", Side.CREDIT, "100.00", "4.3000", LAST.minusDays(20));
        UUID other = item("202", Side.CREDIT, "10.00", "4.0000", LAST.minusDays(20));
        UUID paid = item("202", Side.DEBIT, "100.00", "4.3000", LAST.plusDays(40));

        company.as(() -> revalue.revalue(stays(LAST), "Wycena", "december"));
        // 110 EUR owed at 4.25
        assertThat(balance("202", LAST)).isEqualByComparingTo("-467.50");
        assertThat(balance("202", LAST.plusDays(5))).isEqualByComparingTo("-467.50");
        UUID second = company.as(() -> revalue.revalue(stays(january), "Wycena", "january"));
        // Only from 4.25 to 4.35
        assertThat(company.as(() -> revaluations.items(second)))
                .extracting(one -> one.adjusted() + " " + one.gain())
                .containsExactlyInAnyOrder("-5.00 PLN -10.00 PLN", "2.50 PLN -1.00 PLN");
        assertThat(balance("202", january)).isEqualByComparingTo("-478.50");

        settle(debt, paid, "100.00", LAST.plusDays(41), "paid");
        UUID third = company.as(() -> revalue.revalue(stays(february), "Wycena", "february"));
        // What is settled is worth nothing: its 5.00 go out again; 10 EUR from 4.35 to 4.10.
        assertThat(company.as(() -> revaluations.items(third)))
                .extracting(one -> one.id() + " " + one.open() + " " + one.gain())
                .containsExactlyInAnyOrder(debt + " 0.00 EUR 5.00 PLN", other + " 10.00 EUR 2.50 PLN");
        assertThat(balance("202", february)).isEqualByComparingTo("-41.00");
        assertThat(balance("750-02", february).add(balance("751-02", february))).isEqualByComparingTo("1.00");

        assertThatThrownBy(() -> company.as(() -> preview.plan(stays(january.minusDays(3)))))
                .hasMessageContaining("revaluation.later-one-stands");
        assertThatThrownBy(() -> company.run(() -> takeBack.takeBack(second, "Zły kurs")))
                .hasMessageContaining("revaluation.later-one-counts-it");
        company.run(() -> takeBack.takeBack(third, "Zły kurs"));
        company.run(() -> takeBack.takeBack(second, "Zły kurs"));
        RevaluationPlan again = company.as(() -> preview.plan(stays(february)));
        assertThat(again.items())
                .extracting(one -> one.adjusted().toString())
                .containsExactlyInAnyOrder("-5.00 PLN", "2.50 PLN");
        assertThat(company.inTransaction(() -> jdbc.sql("select what from ledger.differences()")
                        .query(String.class)
                        .list()))
                .isEmpty();
    }

    @Test
    void closingWarnsOfDifferencesThatStayedOnWhatWasSettled() {
        LocalDate summer = LocalDate.of(2025, 6, 30);
        rate("EUR", "2025-06-30", "4.3500", "NBP");
        UUID debt = item("202", Side.CREDIT, "100.00", "4.3000", summer.minusDays(20));
        UUID paid = item("202", Side.DEBIT, "100.00", "4.3000", summer.plusDays(40));
        company.as(() -> revalue.revalue(stays(summer), "Wycena", "june"));
        settle(debt, paid, "100.00", summer.plusDays(41), "paid");
        assertThat(balance("202", LAST)).isEqualByComparingTo("-5.00");
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .contains("items-unvalued");
        company.as(() -> revalue.revalue(stays(LAST), "Wycena", "december"));
        assertThat(balance("202", LAST)).isEqualByComparingTo("0");
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .doesNotContain("items-unvalued");
    }

    @Test
    void anAccountInForeignCurrencyIsValuedByWhatItHolds() throws SQLException {
        rate("EUR", "2026-01-30", "4.3500", "NBP");
        account("130-77", "EUR");
        move("130-77", Side.DEBIT, "100.00", "4.2000", LAST.minusDays(40));
        move("130-77", Side.CREDIT, "30.00", "4.3000", LAST.minusDays(2));
        move("130-77", Side.DEBIT, "999.00", "4.3000", LAST.plusDays(3));
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .contains("items-unvalued");
        UUID made = company.as(() -> revalue.revalue(wish(LAST, RateSource.ECB), "Wycena", "ecb"));
        // 70 EUR for which the books hold 420.00 - 129.00, at 4.26
        assertThat(company.as(() -> revaluations.accounts(made)))
                .extracting(one -> one.code() + " " + one.balance() + " " + one.carried() + " " + one.gain())
                .containsExactly("130-77 70.00 EUR 291.00 PLN 7.20 PLN");
        assertThat(balance("130-77", LAST)).isEqualByComparingTo("298.20");
        assertThat(balance("130-77", LAST.plusDays(1))).isEqualByComparingTo("291.00");
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .doesNotContain("items-unvalued");
        assertThatThrownBy(() -> company.as(() -> preview.plan(stays(LAST.minusDays(1)))))
                .as("what stays would be counted twice by the later one that is posted back")
                .hasMessageContaining("revaluation.later-one-stands");
        String before =
                "insert into ledger.revaluation (company_id, id, day, source, method, accounts, recorded_at, recorded_by,"
                        + " idempotency_key, entry_id, items) select company_id, gen_random_uuid(), day - 1, 'NBP', 'CUMULATIVE', 0,"
                        + " now(), 'x', 'before', entry_id, 0 from ledger.revaluation";
        assertThat(new Attack(database, company.id()).refusal(TestDatabase.OWNER, before))
                .isEqualTo("revaluations_that_stay_follow_each_other");
        company.run(() -> takeBack.takeBack(made, "Lieber NBP"));
        company.as(() -> revalue.revalue(stays(LAST), "Wycena", "nbp"));
        assertThat(balance("130-77", LAST)).isEqualByComparingTo("297.50");
        company.as(() -> revalue.revalue(stays(LocalDate.of(2026, 1, 31)), "Wycena", "january"));
        // 1,069 EUR at 4.35
        assertThat(balance("130-77", LocalDate.of(2026, 1, 31))).isEqualByComparingTo("4650.15");
        assertThat(company.inTransaction(() -> jdbc.sql(
                                "select what from ledger.differences() union all select what from ledger.turnover_differences()")
                        .query(String.class)
                        .list()))
                .isEmpty();
    }

    private static RevaluationPlan.Wish wish(LocalDate day, RateSource source) {
        return new RevaluationPlan.Wish(day, source, RevaluationMethod.REVERSED);
    }

    private static RevaluationPlan.Wish stays(LocalDate day) {
        return new RevaluationPlan.Wish(day, RateSource.NBP, RevaluationMethod.CUMULATIVE);
    }

    private void account(String code, String currency) {
        company.inTransaction(() -> jdbc.sql("""
                        insert into ledger.account (company_id, id, code, name_en, name_pl, type, normal_side, postable, currency,
                                                    active_from, parent_id)
                        select company_id, gen_random_uuid(), ?, 'Bank, ' || ?, 'Bank, ' || ?, type, normal_side, true, ?,
                               active_from, parent_id
                          from ledger.account where company_id = ? and code = '130-01'""")
                .params(code, currency, currency, currency, company.id().value())
                .update());
    }

    private void move(String account, Side side, String amount, String rate, LocalDate day) {
        Money foreign = Money.of(amount, "EUR");
        ExchangeRate at = new ExchangeRate(
                CurrencyCode.EUR, CurrencyCode.PLN, new BigDecimal(rate), day.minusDays(1), "T", "NBP");
        Money base = at.convert(foreign);
        LineDraft line = new LineDraft(account, side, base, foreign, at, null, null, null, null, null, false, false);
        String plain = base.amount().toPlainString();
        company.as(() -> post.post(entry(
                "PK",
                day,
                EntryKind.ORDINARY,
                UUID.randomUUID().toString(),
                side == Side.DEBIT ? credit("130-01", plain) : debit("130-01", plain),
                line)));
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String text(TestReader reader, MockHttpServletRequestBuilder request, int status) {
        MockHttpServletResponse response =
                reader.ask(request.cookie(new jakarta.servlet.http.Cookie("simba-language", "en")));
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return text;
    }

    private void settle(UUID debt, UUID claim, String amount, LocalDate day, String key) {
        Money part = Money.of(amount, "EUR");
        company.as(() -> settle.settle(new SettlementDraft(
                party,
                day,
                "%d-%02d".formatted(day.getYear(), day.getMonthValue()),
                null,
                key,
                List.of(new SettlementDraft.Part(debt, part), new SettlementDraft.Part(claim, part)))));
    }

    private void rate(String currency, String day, String mid, String source) {
        company.inTransaction(() -> jdbc.sql("""
                        insert into company.exchange_rate
                               (company_id, id, currency, rate_date, mid, table_number, source, recorded_at, recorded_by)
                        values (?, gen_random_uuid(), ?, ?, ?, ?, ?, now(), 'system:test')""")
                .params(company.id().value(), currency, LocalDate.parse(day), new BigDecimal(mid), "T/" + day, source)
                .update());
    }

    private UUID item(String account, Side side, String amount, String rate, LocalDate day) {
        Money foreign = Money.of(amount, "EUR");
        ExchangeRate at = new ExchangeRate(
                CurrencyCode.EUR, CurrencyCode.PLN, new BigDecimal(rate), day.minusDays(1), "T", "NBP");
        Money base = at.convert(foreign);
        LineDraft line = new LineDraft(account, side, base, foreign, at, party, null, day, null, null, true, false);
        String plain = base.amount().toPlainString();
        JournalEntryId posted = company.as(() -> post.post(entry(
                "PK",
                day,
                EntryKind.ORDINARY,
                UUID.randomUUID().toString(),
                side == Side.DEBIT ? credit("130-01", plain) : debit("130-01", plain),
                line)));
        return company.as(() -> openItems.ofEntry(posted)).get(0).id();
    }

    private BigDecimal balance(String account, LocalDate day) {
        return company.inTransaction(() -> jdbc.sql("select coalesce(sum(l.debit - l.credit), 0)"
                        + " from ledger.journal_line l join ledger.account a on a.id = l.account_id"
                        + " where a.code = ? and l.posting_date <= ?")
                .params(account, day)
                .query(BigDecimal.class)
                .single());
    }
}
