package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.workingday.KeepSpecialDay;
import io.simbaerp.company.workingday.SpecialDayDraft;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.TimelineEntry;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.substitution.ArrangeForColleague;
import io.simbaerp.identity.substitution.SubstitutionDraft;
import io.simbaerp.identity.superior.SetSuperior;
import io.simbaerp.identity.superior.SuperiorDraft;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.notice.Notice;
import io.simbaerp.task.notice.Notices;
import io.simbaerp.task.timing.EndTimeRule;
import io.simbaerp.task.timing.KeepTime;
import io.simbaerp.task.timing.SetTimeRule;
import io.simbaerp.task.timing.TasksToActOn;
import io.simbaerp.task.timing.TimeAct;
import io.simbaerp.task.timing.TimeRule;
import io.simbaerp.task.timing.TimeRuleDraft;
import io.simbaerp.task.timing.TimeRules;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * What happens by itself to tasks that wait, on the real engine. It is Friday, 20 November 2026; an invoice sent to approval
 * is to be approved by Tuesday, 24 November, 16:00 in Warsaw (15:00 UTC).
 */
@ModuleTest
class TimeRulesModuleTest {

    private static final String PROCESS = "PurchaseInvoiceApproval";
    private static final String APPROVE = "Task_ApproveInvoice";

    @Autowired
    Business business;

    @Autowired
    SetTimeRule setRule;

    @Autowired
    EndTimeRule endRule;

    @Autowired
    KeepTime keepTime;

    @Autowired
    TasksToActOn oneByOne;

    @Autowired
    TimeRules rules;

    @Autowired
    Notices notices;

    @Autowired
    SetSuperior setSuperior;

    @Autowired
    ArrangeForColleague arrange;

    @Autowired
    KeepSpecialDay keepDay;

    @Autowired
    DocumentTimeline timeline;

    @Autowired
    Approvals approvals;

    @Autowired
    TestDatabase database;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private final UUID coder = UUID.randomUUID();
    private TestCompany company;
    private UUID manager;
    private UUID admin;

    @BeforeEach
    void makeCompany() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
        });
        business.accountant(company);
        manager = person("manager");
        admin = person("admin");
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    void remindsHolderAndSubstituteOnceInWorkingHours() {
        UUID substitute = person("personnel");
        company.asPerson(
                admin,
                () -> arrange.arrange(
                        manager,
                        new SubstitutionDraft(
                                substitute, LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 1), null, "Away")));
        rule(TimeAct.REMIND, null, -4, null);
        rule(TimeAct.REMIND, APPROVE, -2, null);
        rule(TimeAct.REMIND, APPROVE, 4, null);
        company.run(() -> keepDay.keep(new SpecialDayDraft(LocalDate.of(2026, 11, 25), false, "Bridge day")));
        DocumentView document = sent();
        at("2026-11-24T11:30:00Z");
        assertThat(told(manager))
                .as("the rule of the step replaces that of all tasks")
                .isEmpty();
        at("2026-11-24T13:00:00Z");
        assertThat(told(manager)).singleElement().satisfies(notice -> {
            assertThat(notice.visible()).isTrue();
            assertThat(notice.forWhom()).isNull();
        });
        assertThat(told(substitute)).singleElement().satisfies(notice -> assertThat(notice.forWhom())
                .isEqualTo(manager));
        at("2026-11-26T10:59:00Z");
        assertThat(told(manager)).as("nobody works on the bridge day").hasSize(1);
        at("2026-11-26T11:00:00Z");
        at("2026-11-26T12:00:00Z");
        assertThat(told(manager)).hasSize(2);
        assertThat(lines(document, "task-reminded"))
                .hasSize(2)
                .first()
                .asString()
                .contains("2 working h before")
                .contains("manager")
                .contains("for manager");
    }

    @Test
    void aLaterReminderStandsForThoseBeforeIt() {
        rule(TimeAct.REMIND, null, -4, null);
        rule(TimeAct.REMIND, null, 4, null);
        sent();
        at("2026-11-27T10:00:00Z");
        assertThat(told(manager)).hasSize(1);
    }

    @Test
    void twoNodesAtOnceRemindOnce() throws SQLException {
        UUID rule = rule(TimeAct.REMIND, null, -4, null);
        DocumentView document = sent();
        clock.set(Instant.parse("2026-11-24T13:00:00Z"));
        CompletableFuture<?>[] nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> keepTime.run(company.id())))
                .limit(4)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(nodes).join();
        assertThat(told(manager)).hasSize(1);
        assertThat(lines(document, "task-reminded")).hasSize(1);
        Attack attack = new Attack(database, company.id());
        String again = "insert into task.time_act (company_id, id, task_id, rule_id, step, done_at)"
                + " select company_id, gen_random_uuid(), task_id, rule_id, step, done_at from task.time_act";
        assertThat(attack.refusal("simba_app", again)).isEqualTo("time_act_is_done_once");
        assertThat(attack.refusal("simba_app", "update task.time_rule set span = 8"))
                .isEqualTo("time_rule_stays");
        assertThat(attack.refusal(
                        "simba_app",
                        "update task.task set state = 'DONE', outcome = 'approve', lapsed = true, ended_at = now()"
                                + " where task_key = '" + APPROVE + "'"))
                .isEqualTo("task_lapses_against_the_matter");
        assertThat(attack.refusal(
                        "simba_app",
                        "insert into task.time_rule (company_id, id, act, process, task_key, span, outcome, set_by, set_at)"
                                + " select company_id, gen_random_uuid(), 'LAPSE', 'p', 'k', 1, 'approve', 'x', now()"
                                + " from task.time_rule where id = '" + rule + "'"))
                .isEqualTo("time_rule_never_approves");
    }

    @Test
    void escalatesLevelByLevelAndAtTheTopToWhoeverAnswersForTheProcess() {
        UUID boss = person("director");
        company.run(() -> setSuperior.set(manager, new SuperiorDraft(boss, null)));
        rule(TimeAct.ESCALATE, APPROVE, 8, null);
        DocumentView document = sent();
        at("2026-11-25T14:59:00Z");
        assertThat(told(boss)).isEmpty();
        at("2026-11-25T15:00:00Z");
        assertThat(told(boss)).singleElement().satisfies(notice -> assertThat(notice.forWhom())
                .isEqualTo(manager));
        assertThat(told(admin)).isEmpty();
        at("2026-11-26T15:00:00Z");
        assertThat(told(admin)).as("the top of the tree").hasSize(1);
        at("2026-12-10T15:00:00Z");
        assertThat(told(admin)).hasSize(1);
        assertThat(told(boss)).hasSize(1);
        assertThat(told(manager)).isEmpty();
        assertThat(lines(document, "task-escalated")).hasSize(2);
    }

    @Test
    void aStepLapsesBackToItsSenderAndIsAskedAnew() {
        rule(TimeAct.LAPSE, APPROVE, 2, "return");
        DocumentView document = sent();
        at("2026-11-26T14:59:00Z");
        assertThat(open(document).key()).isEqualTo(APPROVE);
        at("2026-11-26T15:00:00Z");
        business.dueJobs.run();
        TaskView coding = open(document);
        assertThat(coding.key()).isEqualTo("Task_CodeInvoice");
        assertThat(decisions(document)).singleElement().satisfies(decision -> {
            assertThat(decision.decidedBy()).isNull();
            assertThat(decision.by()).isEqualTo(Actor.system("time-rules"));
            assertThat(decision.comment()).startsWith("Wygasło");
        });
        assertThat(lines(document, "task-lapsed")).singleElement().asString().contains("2 working days");
        assertThat(told(manager)).singleElement().satisfies(notice -> assertThat(notice.act())
                .isEqualTo("LAPSE"));
        complete(coder, coding, "send");
        complete(manager, open(document), "approve");
        assertThat(state(document)).isEqualTo(DocumentState.POSTED);
    }

    @Test
    void aTaskThatFailsKeepsNoOtherWaiting() {
        UUID reminding = rule(TimeAct.REMIND, APPROVE, 1, null);
        rule(TimeAct.LAPSE, APPROVE, 2, "reject");
        DocumentView document = sent();
        UUID broken = company.inTransaction(() -> business.jdbc
                .sql("""
                        insert into task.task (company_id, id, engine_task_id, task_key, form, process, subject_kind,
                                               subject_id, candidate_duties, outcomes, state, due_at, opened_at, sort_at)
                        values (:company, gen_random_uuid(), gen_random_uuid(), 'Task_ApproveInvoice', 'no/form',
                                'PurchaseInvoiceApproval', 'purchase-invoice', gen_random_uuid(), '{NO_SUCH_DUTY}',
                                '{approve,reject}', 'OPEN', '2026-11-23T15:00Z', '2026-11-20T15:00Z', '2026-11-23T15:00Z')
                        returning id""")
                .param("company", company.id().value())
                .query(UUID.class)
                .single());
        Instant until = Instant.parse("2026-11-25T08:00:00Z");
        TimeRule rule = company.as(() -> rules.byId(reminding));
        List<UUID> both = company.as(() -> oneByOne.of(rule, 0, until, null));
        assertThat(both).containsExactly(broken, open(document).id());
        assertThat(company.as(() -> oneByOne.of(rule, 0, until, broken)))
                .as("what failed never stands before all others")
                .containsExactly(both.get(1));
        at("2026-11-25T08:00:00Z");
        assertThat(told(manager)).singleElement().satisfies(notice -> assertThat(notice.act())
                .isEqualTo("REMIND"));
        at("2026-11-26T15:00:00Z");
        business.dueJobs.run();
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
    }

    @Test
    void aStepLapsesIntoARejectionThatEndsTheInvoice() {
        rule(TimeAct.LAPSE, APPROVE, 1, "reject");
        DocumentView document = sent();
        TaskView task = open(document);
        at("2026-11-25T15:00:00Z");
        business.dueJobs.run();
        assertThat(state(document)).isEqualTo(DocumentState.REJECTED);
        assertThat(reader(manager, EnumSet.allOf(Duty.class)).page(get("/tasks/" + task.id()), "en"))
                .contains("time ran out");
    }

    @Test
    void rulesAreKeptOnTheirPageAndOverRest() throws Exception {
        refused("time-rule.act-missing", new TimeRuleDraft(null, null, null, null, 1, null));
        refused("time-rule.process-unknown", new TimeRuleDraft(TimeAct.REMIND, "Nothing", null, null, 1, null));
        refused("time-rule.step-unknown", new TimeRuleDraft(TimeAct.REMIND, PROCESS, "Task_Nothing", null, 1, null));
        refused("time-rule.type-unknown", new TimeRuleDraft(TimeAct.REMIND, null, null, "letter", 1, null));
        refused("time-rule.hours-wrong", new TimeRuleDraft(TimeAct.ESCALATE, null, null, null, 0, null));
        refused("time-rule.days-wrong", new TimeRuleDraft(TimeAct.LAPSE, PROCESS, APPROVE, null, 251, "return"));
        refused("time-rule.lapse-needs-step", new TimeRuleDraft(TimeAct.LAPSE, PROCESS, null, null, 1, "return"));
        refused("time-rule.outcome-wrong", new TimeRuleDraft(TimeAct.LAPSE, PROCESS, APPROVE, null, 1, "approve"));
        refused(
                "time-rule.outcome-wrong",
                new TimeRuleDraft(TimeAct.LAPSE, PROCESS, "Task_CodeInvoice", null, 1, "return"));
        UUID kept = rule(TimeAct.REMIND, APPROVE, -4, null);
        refused("time-rule.already", new TimeRuleDraft(TimeAct.REMIND, PROCESS, APPROVE, null, -4, null));
        TestReader administrator = reader(admin, EnumSet.allOf(Duty.class));
        assertThat(administrator.page(get("/time-rules"), "pl"))
                .contains("4 godz. roboczych przed terminem", "Sprawdzenie tekstu", "name=\"span\"");
        assertThat(administrator
                        .ask(post("/time-rules")
                                .param("act", "LAPSE")
                                .param("place", PROCESS + "/" + APPROVE)
                                .param("span", "3")
                                .param("outcome", "return"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(administrator
                        .ask(post("/time-rules").param("act", "REMIND").param("span", "x"))
                        .getStatus())
                .isEqualTo(422);
        TestReader member = reader(manager, EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK));
        assertThat(member.page(get("/time-rules"), "en"))
                .contains("3 working days")
                .doesNotContain("name=\"span\"");
        assertThat(member.ask(post("/time-rules").param("act", "REMIND")).getStatus())
                .isEqualTo(403);
        company.run(() -> endRule.end(kept));
        assertThat(administrator.ask(get("/api/v1/time-rules")).getContentAsString())
                .contains("\"LAPSE\"")
                .doesNotContain(kept.toString());
        sent();
        at("2026-11-24T13:00:00Z");
        assertThat(told(manager)).as("an ended rule does nothing").isEmpty();
    }

    @Test
    void whoeverWasToldReadsIt() throws Exception {
        rule(TimeAct.REMIND, null, -4, null);
        sent();
        at("2026-11-24T13:00:00Z");
        TestReader reader = reader(manager, EnumSet.allOf(Duty.class));
        assertThat(reader.page(get("/notices"), "pl")).contains("Zaakceptuj fakturę", "czeka na Ciebie", "/tasks/");
        assertThat(reader.ask(get("/api/v1/notices")).getContentAsString()).contains("\"REMIND\"");
        assertThat(reader.ask(post("/api/v1/notices/read")).getContentAsString())
                .contains("\"read\":1");
        assertThat(reader.ask(post("/notices/read")).getStatus()).isEqualTo(302);
        Attack attack = new Attack(database, company.id());
        for (String change : List.of("read_at = null", "read_at = now()", "person = gen_random_uuid()")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, "update task.notice set " + change))
                    .as(change)
                    .isEqualTo("notice_is_read_once");
        }
        assertThat(reader(admin, EnumSet.allOf(Duty.class)).page(get("/notices"), "en"))
                .contains("Nobody told you anything yet");
        assertThat(reader.ask(get("/api/v1/notices?after=x")).getStatus()).isEqualTo(422);
    }

    private UUID rule(TimeAct act, @Nullable String step, int span, @Nullable String outcome) {
        return company.as(
                () -> setRule.set(new TimeRuleDraft(act, step == null ? null : PROCESS, step, null, span, outcome)));
    }

    private void refused(String rule, TimeRuleDraft draft) {
        assertThatThrownBy(() -> company.as(() -> setRule.set(draft)))
                .isInstanceOf(RuleViolation.class)
                .hasMessageStartingWith(rule);
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
        keepTime.run(company.id());
        keepTime.run(company.id());
    }

    private List<Notice> told(UUID person) {
        return company.asPerson(person, () -> notices.page(null, 50)).items();
    }

    private List<TimelineEntry> lines(DocumentView document, String event) {
        return company.as(() -> timeline.of(new DocumentId(document.id().value()))).stream()
                .filter(entry -> entry.event().equals(event))
                .toList();
    }

    private List<ApprovalDecisionView> decisions(DocumentView document) {
        UUID invoice = company.as(() -> business.invoices.byDocument(document.id()))
                .orElseThrow()
                .id();
        return company.as(() -> approvals.of(new Subject("purchase-invoice", invoice)));
    }

    private UUID person(String role) {
        return company.as(() -> business.registerUser.register(
                new UserDraft(role.charAt(0) + UUID.randomUUID().toString(), role, "password", "en", Set.of(role))));
    }

    private DocumentView sent() {
        DocumentView document = business.document(company);
        company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(),
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "8600.00", "S", "23")
                        .build(),
                List.of(),
                LocalDate.of(2026, 11, 20),
                null,
                document.sha256())));
        business.dueJobs.run();
        complete(coder, open(document), "create-supplier");
        complete(coder, open(document), "send");
        return document;
    }

    private TaskView open(DocumentView document) {
        List<UUID> ids = company.inTransaction(() -> business.jdbc
                .sql("select id from task.task where document_id = :document and state = 'OPEN' order by id")
                .param("document", document.id().value())
                .query(UUID.class)
                .list());
        return company.as(() -> business.tasks.byIds(ids)).get(0);
    }

    private TaskCompletion decision(TaskView task, String outcome) {
        return new TaskCompletion(task.id(), outcome, outcome.equals("approve") ? null : "Not like this", null, null);
    }

    private void complete(UUID person, TaskView task, String outcome) {
        company.asPerson(person, () -> business.completeTask.complete(decision(task, outcome)));
        business.dueJobs.run();
    }

    private DocumentState state(DocumentView document) {
        return company.as(() -> business.documents.byId(document.id()))
                .orElseThrow()
                .state();
    }

    private TestReader reader(UUID person, Set<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, person, duties);
    }
}
