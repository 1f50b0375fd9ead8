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
import io.simbaerp.ledger.assertion.AssertBalance;
import io.simbaerp.ledger.assertion.BalanceAssertions;
import io.simbaerp.ledger.assertion.CheckAssertions;
import io.simbaerp.ledger.assertion.WithdrawAssertion;
import io.simbaerp.ledger.closing.CloseYear;
import io.simbaerp.ledger.closing.YearEnd;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What is said of balances, held against the books. */
@ModuleTest
class BalanceAssertionModuleTest {

    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    AssertBalance say;

    @Autowired
    BalanceAssertions assertions;

    @Autowired
    CheckAssertions check;

    @Autowired
    WithdrawAssertion withdraw;

    @Autowired
    YearEnd yearEnd;

    @Autowired
    CloseYear closeYear;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        book("100-01", "130-01", "50.00");
    }

    @Test
    void anAssertionIsCheckedAtOnceAndAgainWhenTheBooksChange() {
        UUID cash = say("100-01", "50.00");
        UUID heading = say("100", "50.00");
        UUID bank = say("130-01", "-49.00");
        assertThat(one(cash).holds()).isTrue();
        assertThat(one(heading).holds()).isTrue();
        assertThat(one(bank).holds()).isFalse();
        assertThat(one(bank).difference()).isEqualTo(Money.of("-1.00", "PLN"));
        assertThat(company.as(() -> check.check(Duration.ofHours(6)))).isZero();
        book("100-01", "130-01", "1.00");
        assertThat(one(cash).holds()).isTrue();
        assertThat(company.as(() -> check.check(Duration.ZERO))).isEqualTo(3);
        assertThat(one(cash).actual()).isEqualTo(Money.of("51.00", "PLN"));
        assertThat(company.as(() -> assertions.list(BalanceAssertions.Which.FAILING, null, 10)))
                .hasSize(3);
        assertThatThrownBy(() -> say("100-01", "51.00")).hasMessageContaining("assertion.stands-already");
        assertThatThrownBy(() -> company.run(() -> withdraw.withdraw(cash, " ")))
                .hasMessageContaining("assertion.reason-missing");
        company.run(() -> withdraw.withdraw(cash, "Pomyłka"));
        assertThatThrownBy(() -> company.run(() -> withdraw.withdraw(cash, "Noch einmal")))
                .hasMessageContaining("assertion.withdrawn-already");
        assertThat(one(say("100-01", "51.00")).holds()).isTrue();
        TestCompany other = companies.create();
        assertThatThrownBy(() -> other.run(() -> withdraw.withdraw(bank, "x"))).isInstanceOf(NotFound.class);
    }

    @Test
    void refusesWhatCannotBeAsserted() {
        assertThatThrownBy(() -> say("nowhere", "1.00")).hasMessageContaining("assertion.account-unknown");
        assertThatThrownBy(() -> say("100-01", "1.001")).hasMessageContaining("assertion.amount-unrounded");
        assertThatThrownBy(() -> company.as(() -> say.say("100-01", LAST, Money.of("1.00", "EUR"), null)))
                .hasMessageContaining("assertion.currency-foreign");
    }

    @Test
    void aFailingAssertionStopsClosingWithoutAReason() {
        book("100-01", "750-01", "10.00");
        say("100-01", "61.00");
        assertThat(company.as(() -> yearEnd.of("2025")).findings())
                .extracting("rule")
                .contains("assertions-failing");
        assertThatThrownBy(() -> company.as(() -> closeYear.close("2025", "Zamknięcie", "")))
                .hasMessageContaining("year-end.reason-missing");
        company.as(() -> closeYear.close("2025", "Zamknięcie", "wyjaśnione"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.balance_assertion set balance = 1 | balance_assertion_is_only_withdrawn
            update ledger.balance_assertion set withdrawn_at = now(), withdrawn_by = 'x', withdrawn_for = ' ' | balance_assertion_is_withdrawn_for_a_reason
            delete from ledger.balance_assertion | balance_assertion_is_never_deleted
            delete from ledger.assertion_check | assertion_check_is_never_changed
            insert into ledger.balance_assertion (company_id, id, account_id, day, balance, recorded_at, recorded_by) select company_id, gen_random_uuid(), account_id, day, 1, now(), 'x' from ledger.balance_assertion | balance_assertion_stands_once
            update ledger.balance_assertion set withdrawn_at = now(), withdrawn_by = 'x', withdrawn_for = 'x'; insert into ledger.assertion_check (company_id, id, assertion_id, checked_at, actual, holds) select company_id, gen_random_uuid(), id, now(), 1, true from ledger.balance_assertion | assertion_check_is_of_one_that_stands
            """)
    void theDatabaseKeepsTheRulesWhoeverWrites(String attack, String constraint) throws SQLException {
        say("100-01", "50.00");
        try (Connection attacker = database.connect(TestDatabase.OWNER);
                Statement sql = attacker.createStatement()) {
            attacker.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company.id().value() + "', true)");
            assertThatThrownBy(() -> {
                        for (String statement : attack.split(";")) {
                            sql.execute(statement);
                        }
                    })
                    .isInstanceOfSatisfying(PSQLException.class, refused -> assertThat(
                                    refused.getServerErrorMessage().getConstraint())
                            .isEqualTo(constraint));
        }
    }

    @Test
    void aLieAboutWhatWasFoundIsCorrected() throws SQLException {
        UUID wrong = say("100-01", "51.00");
        try (Connection attacker = database.connect(TestDatabase.APPLICATION);
                Statement sql = attacker.createStatement()) {
            attacker.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + company.id().value() + "', true)");
            sql.execute("insert into ledger.assertion_check (company_id, id, assertion_id, checked_at, actual, holds)"
                    + " select company_id, gen_random_uuid(), id, now() + interval '9 years', 51, true"
                    + " from ledger.balance_assertion");
            attacker.commit();
        }
        assertThat(one(wrong).holds()).isFalse();
    }

    @Test
    void pagesAndProgramsDoTheSame() {
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
        assertThat(text(reader, get("/ledger/assertions"), 200)).contains("Nothing here");
        MockHttpServletRequestBuilder typed = post("/ledger/assertions")
                .param("account", "100-01")
                .param("day", "2025-12-31")
                .param("source", "RK 12");
        assertThat(text(reader, typed.param("balance", "x"), 422)).contains("is no amount", "RK 12");
        assertThat(reader.ask(post("/ledger/assertions")
                                .param("account", "100-01")
                                .param("day", "2025-12-31")
                                .param("balance", "1 050,00"))
                        .getStatus())
                .isEqualTo(302);
        String page = text(reader, get("/ledger/assertions"), 200);
        assertThat(page).contains("1\u00a0050,00", "fails", "50,00");
        assertThat(reader.page(get("/ledger/assertions?state=FAILING"), "pl")).contains("niezgodne");
        assertThat(reader.ask(post("/ledger/assertions/check")).getRedirectedUrl())
                .endsWith("FAILING");
        String json = text(reader, get("/api/v1/balance-assertions"), 200);
        String id = JsonPath.read(json, "$.items[0].id");
        assertThat(JsonPath.<String>read(json, "$.items[0].actual.amount")).isEqualTo("50.00");
        assertThat(text(
                        reader,
                        post("/api/v1/balance-assertions/" + id + "/withdrawal")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reason\":\"typo\"}"),
                        200))
                .contains("typo");
        assertThat(text(
                        reader,
                        post("/api/v1/balance-assertions")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"account\":\"100-01\",\"day\":\"2025-12-31\","
                                        + "\"balance\":{\"amount\":\"50.00\",\"currency\":\"PLN\"}}"),
                        201))
                .contains("\"holds\":true");
        assertThat(text(reader, post("/api/v1/balance-assertions/check"), 200)).contains("\"failing\":0");
        assertThat(text(reader, post("/ledger/assertions/" + id + "/withdraw"), 422))
                .contains("Say why");
    }

    private UUID say(String account, String balance) {
        return company.as(() -> say.say(account, LAST, Money.of(balance, "PLN"), "WB 12"));
    }

    private BalanceAssertions.AssertionView one(UUID id) {
        return company.as(() -> assertions.byId(id)).orElseThrow();
    }

    private void book(String debit, String credit, String amount) {
        company.as(() -> post.post(entry(
                "PK",
                LAST,
                EntryKind.ORDINARY,
                UUID.randomUUID().toString(),
                debit(debit, amount),
                credit(credit, amount))));
    }

    private static String text(TestReader reader, MockHttpServletRequestBuilder request, int status) {
        MockHttpServletResponse response =
                reader.ask(request.cookie(new jakarta.servlet.http.Cookie("simba-language", "en")));
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return text;
    }
}
