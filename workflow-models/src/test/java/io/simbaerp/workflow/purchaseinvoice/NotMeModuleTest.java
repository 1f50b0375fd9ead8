package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.approval.proposal.DismissRuleProposal;
import io.simbaerp.approval.proposal.NameAnother;
import io.simbaerp.approval.proposal.RuleProposal;
import io.simbaerp.approval.proposal.RuleProposals;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.TimelineEntry;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.identity.role.People;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import io.simbaerp.workflow.matrix.ProposeRow;
import io.simbaerp.workflow.matrix.RowDraft;
import io.simbaerp.workflow.matrix.RowDrafts;
import io.simbaerp.workflow.model.ModelVersions;
import io.simbaerp.workflow.model.OwnModels;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** "Not me, but ...": the task goes on, and the row that asked is put to those who answer for the table. */
@ModuleTest
class NotMeModuleTest {

    @Autowired
    Business business;

    @Autowired
    NameAnother nameAnother;

    @Autowired
    RuleProposals proposals;

    @Autowired
    OwnModels own;

    @Autowired
    People people;

    @Autowired
    RowDrafts drafts;

    @Autowired
    ProposeRow proposeRow;

    @Autowired
    DismissRuleProposal dismiss;

    @Autowired
    ModelVersions versions;

    @Autowired
    DocumentTimeline timeline;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    private UUID coder;
    private TestCompany company;
    private UUID manager;
    private UUID second;
    private UUID owner;

    @BeforeEach
    void makeCompany() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
        });
        coder = business.accountant(company);
        manager = person("manager");
        second = person("manager");
        owner = person("admin");
    }

    @Test
    void theTaskGoesToWhomeverWasNamedAndTheRowToItsOwner() throws SQLException {
        DocumentView document = sent();
        TaskView task = open(document);
        UUID id = notMe(task, second, "She bought it");
        assertThat(open(document).assignee()).isEqualTo(second);
        assertThat(lines(document)).contains("task-delegated", "rule-change-proposed");
        RuleProposal proposal = company.as(() -> proposals.byId(id));
        assertThat(proposal.row()).isEqualTo("Rule_EveryInvoice");
        assertThat(proposal.version()).isPositive();
        assertThat(proposal.inputs().get("net-amount")).startsWith("8600");
        assertThat(proposal.named()).isEqualTo(second);
        RowDraft draft = company.as(() -> drafts.of(id));
        assertThat(draft.outputs().get(0).now()).isEqualTo("\"APPROVE_INVOICE\"");
        assertThat(draft.outputs().get(0).draft()).startsWith("\"PERSON m");

        List<String> inputs = new ArrayList<>(
                draft.inputs().stream().map(RowDraft.Cell::draft).toList());
        inputs.set(1, "<= 10000");
        List<String> outputs =
                draft.outputs().stream().map(RowDraft.Cell::draft).toList();
        assertThatThrownBy(() -> propose(id, List.of("x"), outputs)).hasMessageContaining("rule-proposal.cells-wrong");
        UUID version = propose(id, inputs, outputs);
        String table = company.as(() -> new String(versions.content(version), StandardCharsets.UTF_8));
        assertThat(table).contains("PERSON m", "&lt;= 10000", "Rule_AboveLimit");
        RuleProposal accepted = company.as(() -> proposals.byId(id));
        assertThat(accepted.outcome()).isEqualTo(RuleProposal.Outcome.ACCEPTED);
        assertThat(accepted.modelVersion()).isEqualTo(version);
        assertThatThrownBy(() -> propose(id, inputs, outputs)).isInstanceOf(Conflict.class);
        assertThat(new Attack(database, company.id())
                        .refusal("simba_app", "update approval.rule_proposal set reason = 'other'"))
                .isEqualTo("rule_proposal_stays");
        complete(second, open(document), "approve");
        assertThat(lines(document)).contains("approval-given");
    }

    @Test
    void nobodyIsNamedWhoMayNotDecideAndAReasonIsGiven() {
        DocumentView document = sent();
        TaskView task = open(document);
        refused("rule-proposal.reason-missing", task, second, " ");
        refused("delegation.person-missing", task, null, "Not mine");
        refused("delegation.oneself", task, manager, "Not mine");
        refused("delegation.may-not-decide", task, UUID.randomUUID(), "Not mine");
        refused("delegation.may-not-decide", task, coder, "Not mine");
        assertThat(open(document).assignee()).isNull();
        assertThat(company.as(() -> proposals.all())).isEmpty();
    }

    @Test
    void whereNoRowAskedOnlyTheTaskIsHandedOn() {
        DocumentView document = received();
        UUID other = person("accountant");
        TaskView task = open(document);
        assertThat(company.asPerson(coder, () -> nameAnother.name(task.id(), other, "Her supplier")))
                .isEqualTo(new NameAnother.Named(null, true));
        assertThat(open(document).assignee()).isEqualTo(other);
        assertThat(company.as(() -> proposals.waiting())).isZero();
    }

    @Test
    void whoeverIsAskedByNameKeepsTheTaskAndTheRowGoesToItsOwner() throws Exception {
        String login = company.as(() -> people.byId(manager)).orElseThrow().login();
        CompanyMatrix.deploy(own, company, "\"PERSON %s\",,,,".formatted(login));
        DocumentView document = sent();
        TaskView task = ofManager(document);
        assertThat(task.assignee()).isEqualTo(manager);
        refused("rule-proposal.no-member", task, UUID.randomUUID(), "Not mine");
        refused("delegation.person-missing", task, null, "Not mine");
        refused("delegation.oneself", task, manager, "Not mine");
        refused("delegation.too-long", task, second, "x".repeat(501));
        assertThatThrownBy(() -> company.asPerson(second, () -> nameAnother.name(task.id(), owner, "Not hers")))
                .isInstanceOfAny(NotFound.class, Conflict.class);
        TestReader asked = reader(manager, EnumSet.allOf(Duty.class));
        assertThat(asked.page(get("/tasks/" + task.id()), "en"))
                .contains("/tasks/" + task.id() + "/not-me", "the task stays with you", second.toString())
                .doesNotContain("/tasks/" + task.id() + "/delegate");
        assertThat(asked.ask(post("/tasks/" + task.id() + "/not-me")
                                .param("person", second.toString())
                                .param("reason", "She bought it"))
                        .getRedirectedUrl())
                .isEqualTo("/tasks/" + task.id());
        assertThat(company.as(() -> proposals.all())).singleElement().satisfies(proposal -> assertThat(proposal.named())
                .isEqualTo(second));
        assertThat(ofManager(document).assignee()).isEqualTo(manager);
        assertThat(lines(document)).contains("rule-change-proposed").doesNotContain("task-delegated");
        complete(manager, ofManager(document), "approve");
        assertThat(lines(document)).contains("approval-given");
    }

    @Test
    void theOwnerSeesItDismissesItAndTakesItUpOnPages() throws Exception {
        TaskView task = open(sent());
        TestReader asked = reader(manager, EnumSet.allOf(Duty.class));
        assertThat(asked.page(get("/tasks/" + task.id()), "pl")).contains("/tasks/" + task.id() + "/not-me", "Nie ja");
        assertThat(asked.ask(post("/tasks/" + task.id() + "/not-me")
                                .param("person", second.toString())
                                .param("reason", "She bought it"))
                        .getStatus())
                .isEqualTo(302);
        UUID id = company.as(() -> proposals.all()).get(0).id();
        TestReader reader = reader(owner, EnumSet.allOf(Duty.class));
        assertThat(reader.page(get("/rule-proposals"), "pl")).contains("Tabela akceptacji", "She bought it", "czeka");
        assertThat(reader.page(get("/rule-proposals/" + id), "en"))
                .contains("&quot;PERSON m", "was: &quot;APPROVE_INVOICE&quot;", "8600", "Net amount");
        assertThat(reader(manager, EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK))
                        .ask(get("/rule-proposals"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(reader.ask(post("/rule-proposals/" + id + "/dismiss").param("comment", ""))
                        .getStatus())
                .isEqualTo(422);
        assertThat(reader.ask(post("/rule-proposals/" + id + "/dismiss").param("comment", "He is right here"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(reader.page(get("/rule-proposals/" + id), "pl")).contains("He is right here", "odrzucona");
        assertThat(reader.ask(post("/rule-proposals/" + id + "/accept").param("in", "x"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(reader.ask(get("/api/v1/rule-proposals")).getContentAsString())
                .contains("Rule_EveryInvoice");
    }

    private UUID notMe(TaskView task, UUID person, String reason) {
        UUID proposal = company.asPerson(manager, () -> nameAnother.name(task.id(), person, reason))
                .proposal();
        assertThat(proposal).isNotNull();
        return proposal;
    }

    private void refused(String rule, TaskView task, @Nullable UUID person, String reason) {
        assertThatThrownBy(() -> company.asPerson(manager, () -> nameAnother.name(task.id(), person, reason)))
                .hasMessageStartingWith(rule);
    }

    private UUID propose(UUID id, List<String> inputs, List<String> outputs) {
        return company.asPerson(
                owner, () -> proposeRow.propose(id, new ProposeRow.Cells(inputs, outputs, "She buys them", null)));
    }

    private List<String> lines(DocumentView document) {
        return company.as(() -> timeline.of(new DocumentId(document.id().value()))).stream()
                .map(TimelineEntry::event)
                .toList();
    }

    private UUID person(String role) {
        return company.as(() -> business.registerUser.register(
                new UserDraft(role.charAt(0) + UUID.randomUUID().toString(), role, "password", "en", Set.of(role))));
    }

    private DocumentView sent() {
        DocumentView document = received();
        complete(coder, open(document), "create-supplier");
        complete(coder, open(document), "send");
        return document;
    }

    private DocumentView received() {
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
        return document;
    }

    private TaskView open(DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.as(() -> business.tasks.byIds(ids)).get(0);
    }

    /** What is asked of one by name nobody else sees. */
    private TaskView ofManager(DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.asPerson(manager, () -> business.tasks.byIds(ids)).get(0);
    }

    private List<UUID> openIds(DocumentView document) {
        return company.inTransaction(() -> business.jdbc
                .sql("select id from task.task where document_id = :document and state = 'OPEN' order by id")
                .param("document", document.id().value())
                .query(UUID.class)
                .list());
    }

    private TaskCompletion decision(TaskView task, String outcome) {
        return new TaskCompletion(task.id(), outcome, outcome.equals("approve") ? null : "Not like this", null, null);
    }

    private void complete(UUID person, TaskView task, String outcome) {
        company.asPerson(person, () -> business.completeTask.complete(decision(task, outcome)));
        business.dueJobs.run();
    }

    private TestReader reader(UUID person, Set<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, person, duties);
    }
}
