package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.company.ClosePeriod;
import io.simbaerp.ledger.template.DueEntries;
import io.simbaerp.ledger.template.PlanDraft;
import io.simbaerp.ledger.template.PlanEntries;
import io.simbaerp.ledger.template.PlanKind;
import io.simbaerp.ledger.template.Plans;
import io.simbaerp.ledger.template.SaveTemplate;
import io.simbaerp.ledger.template.StopPlan;
import io.simbaerp.ledger.template.TemplateDraft;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Templates posted once, again and again, with their reversal, and spread over months. */
@ModuleTest
class PlansModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    SaveTemplate saveTemplate;

    @Autowired
    PlanEntries plan;

    @Autowired
    Plans plans;

    @Autowired
    StopPlan stop;

    @Autowired
    DueEntries due;

    @Autowired
    ClosePeriod closePeriod;

    @Autowired
    JournalEntries entries;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        company.as(() -> saveTemplate.save(
                null, template("RENT", line("403-90", Side.DEBIT, "60"), line("403-90", Side.DEBIT, "40"), rest())));
    }

    @AfterEach
    void backToday() {
        clock.set(TestClock.START);
    }

    @Test
    void aRecurringEntryIsPostedOnceForEachDayWhoeverRunsIt() {
        UUID id = company.as(() -> plan.plan(draft(PlanKind.RECURRING, "100.01", DAY.minusMonths(2), null, 1)));
        List<CompletableFuture<DueEntries.Outcome>> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            nodes.add(CompletableFuture.supplyAsync(() -> company.as(due::postAll)));
        }
        nodes.forEach(CompletableFuture::join);
        company.as(due::postAll);
        List<Plans.Day> days = company.as(() -> plans.days(id));
        assertThat(days.stream().filter(day -> day.entry() != null)).hasSize(3);
        assertThat(posted()).isEqualTo(3);
        clock.advance(Duration.ofDays(31));
        assertThat(company.as(due::postAll).posted()).isEqualTo(1);
        JournalEntryDetails first =
                company.as(() -> entries.byId(days.get(0).entry().id())).orElseThrow();
        assertThat(first.postingDate()).isEqualTo(DAY.minusMonths(2));
        assertThat(first.lines())
                .extracting(entryLine -> entryLine.amount().amount().toPlainString())
                .containsExactly("60.01", "40.00", "100.01");
        company.run(() -> stop.stop(id));
        clock.advance(Duration.ofDays(31));
        assertThat(company.as(due::postAll).posted()).isZero();
    }

    @Test
    void anAccrualIsTakenBackOnTheFirstDayOfTheNextPeriod() {
        UUID id = company.as(() -> plan.plan(draft(PlanKind.ACCRUAL, "500", DAY, null, null)));
        assertThat(company.as(due::postAll).posted()).isEqualTo(1);
        clock.advance(Duration.ofDays(11));
        assertThat(company.as(due::postAll).posted()).isEqualTo(1);
        List<Plans.Day> days = company.as(() -> plans.days(id));
        JournalEntryDetails back =
                company.as(() -> entries.byId(days.get(1).entry().id())).orElseThrow();
        assertThat(back.postingDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(back.kind()).isEqualTo(EntryKind.RED_REVERSAL);
        assertThat(back.reversalOf()).isEqualTo(days.get(0).entry());
    }

    @Test
    void aCutOffIsPostedAtTheEndOfEachMonthToTheCent() {
        UUID id = company.as(() -> plan.plan(
                draft(PlanKind.CUT_OFF, "1000", LocalDate.of(2026, 9, 15), LocalDate.of(2026, 11, 14), null)));
        company.as(due::postAll);
        List<Plans.Day> days = company.as(() -> plans.days(id));
        assertThat(days)
                .extracting(Plans.Day::due)
                .containsExactly(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 14));
        assertThat(days)
                .extracting(day -> day.amount().amount().toPlainString())
                .containsExactly("333.33", "333.34", "333.33");
        assertThat(days).allSatisfy(day -> assertThat(day.entry()).isNotNull());
    }

    @Test
    void whatTheBooksRefuseWaitsWithItsRule() {
        company.run(() -> closePeriod.close("2026-10"));
        UUID id = company.as(() -> plan.plan(draft(PlanKind.RECURRING, "10", DAY.minusMonths(1), DAY, 1)));
        DueEntries.Outcome outcome = company.as(due::postAll);
        assertThat(outcome).isEqualTo(new DueEntries.Outcome(1, List.of("period.closed")));
        assertThat(company.as(() -> plans.find(id)).orElseThrow().refusal()).isEqualTo("period.closed");
    }

    @Test
    void refusesPlansAndTemplatesThatMeanNothing() {
        refused("entry-plan.amount-wrong", draft(PlanKind.ONCE, "-1", DAY, null, null));
        refused("entry-plan.days-out-of-order", draft(PlanKind.CUT_OFF, "1", DAY, DAY.minusDays(1), null));
        refused("entry-plan.end-missing", draft(PlanKind.CUT_OFF, "1", DAY, null, null));
        refused("entry-plan.cycle-wrong", draft(PlanKind.RECURRING, "1", DAY, null, 0));
        assertThatThrownBy(() -> company.as(() -> saveTemplate.save(null, template("X", rest(), rest()))))
                .hasMessageContaining("entry-template.two-rests");
        assertThatThrownBy(() -> company.as(
                        () -> saveTemplate.save(null, template("RENT", line("403-90", Side.DEBIT, "100"), rest()))))
                .hasMessageContaining("entry-template.code-taken");
        assertThatThrownBy(() -> company.as(
                        () -> saveTemplate.save(null, template("X", line("999", Side.DEBIT, "100"), rest()))))
                .hasMessageContaining("entry-template.account-unknown");
    }

    @Test
    void postgresKeepsWhatAPlanPosted() throws Exception {
        company.as(() -> plan.plan(draft(PlanKind.ONCE, "10", DAY, null, null)));
        company.as(due::postAll);
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(refusal(role, "update ledger.planned_entry set entry_id = null"))
                    .isEqualTo("planned_entry_is_posted_once");
            assertThat(refusal(role, "update ledger.entry_plan set amount = 0"))
                    .isEqualTo("entry_plan_amount_is_positive");
        }
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.planned_entry"))
                .isEqualTo("planned_entry_is_never_deleted");
        assertThat(refusal(TestDatabase.OWNER, "delete from ledger.entry_plan"))
                .isEqualTo("entry_plan_is_never_deleted");
    }

    @Test
    void peopleAndProgramsPlanAndSeeWhatWillBePosted() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        perform(mvc, get("/ledger/plans")).andExpect(content().string(not(containsString("??"))));
        perform(
                        mvc,
                        form(
                                "/ledger/templates",
                                "code=PAY",
                                "name=Pay",
                                "narration=Pay",
                                "journal=PK",
                                "account=403-90",
                                "side=DEBIT",
                                "share=100%",
                                "account=100-01",
                                "side=CREDIT",
                                "share="))
                .andExpect(status().is3xxRedirection());
        perform(mvc, get("/ledger/templates").param("code", "PAY"))
                .andExpect(content().string(containsString("100%")))
                .andExpect(content().string(not(containsString("??"))));
        String[] wish = {"kind=CUT_OFF", "template=PAY", "amount=1 200,00", "firstDay=2026-11-01", "lastDay=2027-01-31"
        };
        perform(mvc, form("/ledger/plans/preview", wish))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("403-90")))
                .andExpect(content().string(not(containsString("??"))));
        assertThat(company.as(plans::all)).isEmpty();
        perform(mvc, form("/ledger/plans", wish)).andExpect(status().is3xxRedirection());
        UUID id = company.as(plans::all).get(0).id();
        perform(mvc, get("/ledger/plans/" + id)).andExpect(content().string(not(containsString("??"))));
        perform(mvc, get("/ledger/plans/" + id + "/days.csv"))
                .andExpect(content().string(containsString("400")));
        perform(mvc, form("/ledger/plans", "kind=ONCE", "template=PAY", "amount=x", "firstDay=2026-11-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("entry-plan.amount-unreadable")));
        perform(mvc, json("/api/v1/entry-plans/preview"))
                .andExpect(jsonPath("$.count").value(2))
                .andExpect(jsonPath("$.days[1].reversal").value(true));
        perform(mvc, json("/api/v1/entry-plans"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.days[0].due").value("2026-11-20"));
        perform(mvc, post("/api/v1/entry-plans/due"))
                .andExpect(jsonPath("$.posted").value(1));
        perform(mvc, post("/api/v1/entry-plans/" + id + "/stop"))
                .andExpect(jsonPath("$.plan.stopped").value(true));
    }

    private void refused(String rule, PlanDraft draft) {
        assertThatThrownBy(() -> company.as(() -> plan.plan(draft))).hasMessageContaining(rule);
    }

    private static PlanDraft draft(
            PlanKind kind, String amount, LocalDate first, @Nullable LocalDate last, @Nullable Integer every) {
        return new PlanDraft(kind, "RENT", "Czynsz", Money.of(amount, "PLN"), first, last, every, false);
    }

    private static TemplateDraft template(String code, TemplateDraft.Line... lines) {
        return new TemplateDraft(code, "Rent", "PK", "Rent", true, List.of(lines));
    }

    private static TemplateDraft.Line line(String account, Side side, String percent) {
        return new TemplateDraft.Line(account, side, null, new BigDecimal(percent), null, Map.of(), null, null);
    }

    private static TemplateDraft.Line rest() {
        return new TemplateDraft.Line("100-01", Side.CREDIT, null, null, null, Map.of(), null, null);
    }

    private long posted() {
        return company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 50))
                .size();
    }

    private ResultActions perform(MockMvc mvc, MockHttpServletRequestBuilder request) {
        return company.as(() -> {
            try {
                return mvc.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static MockHttpServletRequestBuilder json(String address) {
        return post(address)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"ACCRUAL\",\"template\":\"PAY\",\"amount\":\"70\",\"firstDay\":\"2026-11-20\"}");
    }

    private static MockHttpServletRequestBuilder form(String address, String... fields) {
        MockHttpServletRequestBuilder request = post(address);
        for (String field : fields) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return request;
    }

    private @Nullable String refusal(String role, String sql) throws Exception {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local simba.company = '" + company.id() + "'");
            try {
                statement.execute(sql);
                return null;
            } catch (PSQLException refused) {
                return refused.getServerErrorMessage().getConstraint();
            } finally {
                connection.rollback();
            }
        }
    }
}
