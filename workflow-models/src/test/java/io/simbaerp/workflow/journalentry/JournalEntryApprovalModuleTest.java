package io.simbaerp.workflow.journalentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.EntryProposals.State;
import io.simbaerp.ledger.proposal.PostProposedEntry;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.engine.DueJobs;
import io.simbaerp.workflow.model.OwnModels;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the model JournalEntryApproval, on the real engine, and every way around it that is closed. */
@ModuleTest
class JournalEntryApprovalModuleTest {

    private static final EnumSet<Duty> APPROVER =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.APPROVE_JOURNAL_ENTRY, Duty.VIEW_LEDGER);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    SetEntryLimit setLimit;

    @Autowired
    PostEntryByHand post;

    @Autowired
    PostEntryByHand.Batch batch;

    @Autowired
    ProposeEntry propose;

    @Autowired
    PostProposedEntry postProposed;

    @Autowired
    EntryProposals proposals;

    @Autowired
    JournalEntries entries;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    VoidApprovals voidApprovals;

    @Autowired
    OwnModels own;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private TestCompany company;

    @BeforeEach
    void books() {
        company = companies.create();
        company.run(() -> {
            installChart.install();
            setLimit.set(Money.of("1000.00", "PLN"));
        });
    }

    @Test
    void upToTheLimitAnEntryIsPostedAtOnce() {
        company.asPerson(accountant, () -> post.post(entry("at", "1000.00")));
        assertThat(posted()).isEqualTo(1);
        refused("journal-entry.approval-not-needed", () -> proposal("within", "1000.00"));
    }

    @Test
    void aboveTheLimitNoDoorPostsWithoutAnApproval() {
        refused(
                "journal-entry.approval-needed",
                () -> company.asPerson(accountant, () -> post.post(entry("above", "1000.01"))));
        assertThat(company.asPerson(
                        accountant,
                        () -> batch.post(UUID.randomUUID(), List.of(entry("a", "1000.01"), entry("b", "999.00")))))
                .satisfiesExactly(
                        refused -> assertThat(refused.refusal()).isNotNull(),
                        sound -> assertThat(sound.entryId()).isNotNull());
        UUID waiting = proposal("waits", "5000.00");
        assertThat(company.asPerson(accountant, () -> postProposed.post(waiting)))
                .isEqualTo(PostProposedEntry.Outcome.NOT_APPROVED);
        JournalEntryDraft pretending = company.as(() -> proposals.draft(waiting));
        refused("journal-entry.approval-needed", () -> company.asPerson(accountant, () -> post.post(pretending)));
        company.run(() -> setLimit.set(null));
        company.asPerson(accountant, () -> post.post(entry("free", "1000.01")));
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void anApprovedEntryIsPostedAsItWasApproved() {
        UUID proposal = proposal("provision", "5000.00");
        assertThat(company.asPerson(accountant, () -> propose.propose(entry("provision", "5000.00"))))
                .as("the same key once more")
                .isEqualTo(proposal);
        assertThatThrownBy(() -> proposal("provision", "6000.00")).isInstanceOf(Conflict.class);
        TaskView task = task();
        assertThat(task.facts().amount()).isEqualTo(Money.of("5000.00", "PLN"));
        assertThat(task.candidateDuties()).containsExactly(Duty.APPROVE_JOURNAL_ENTRY);
        assertThatThrownBy(() -> decide(accountant, "approve", null))
                .isInstanceOfSatisfying(RuleViolation.class, own -> assertThat(own.rule())
                        .isEqualTo("approval.own-work-proposed-entry"));

        decide(manager, "approve", null);

        EntryProposals.Proposal done = company.as(() -> proposals.byId(proposal));
        assertThat(done.state()).isEqualTo(State.POSTED);
        assertThat(posted()).isEqualTo(1);
        assertThat(ended(proposal)).containsExactly("End_EntryPosted");
        assertThat(company.asPerson(accountant, () -> postProposed.post(proposal)))
                .as("once and no more")
                .isEqualTo(PostProposedEntry.Outcome.POSTED);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void aRejectedEntryIsNotPostedAndSaysWhy() {
        UUID proposal = proposal("rejected", "5000.00");
        refused("approval.reason-missing", () -> decide(manager, "reject", " "));
        decide(manager, "reject", "Wrong account");
        EntryProposals.Proposal done = company.as(() -> proposals.byId(proposal));
        assertThat(done.state()).isEqualTo(State.REJECTED);
        assertThat(done.reason()).isEqualTo("Wrong account");
        assertThat(posted()).isZero();
        assertThat(ended(proposal)).containsExactly("End_EntryRejected");
    }

    @Test
    void anApprovalThatWasVoidedIsAskedForAgain() {
        UUID proposal = proposal("voided", "5000.00");
        UUID task = task().id();
        company.asPerson(manager, APPROVER, () -> completeTask.complete(completion(task, "approve", null)));
        company.run(() -> voidApprovals.voidApprovals(StoredEntryApproval.subject(proposal)));
        dueJobs.run();
        assertThat(posted()).isZero();
        decide(manager, "approve", null);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void aModelWithoutAnApprovalPostsNothing() {
        own.deploy(company, """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="https://simba-erp.io/processes">
                  <process id="JournalEntryApproval" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="Start_1" /><sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Step_1" />
                    <serviceTask id="Step_1" camunda:expression="${journalEntryApprovalSteps.requestApproval(proposalId)}" />
                    <sequenceFlow id="Flow_2" sourceRef="Step_1" targetRef="Step_2" />
                    <serviceTask id="Step_2" camunda:expression="${journalEntryApprovalSteps.post(proposalId)}" />
                    <sequenceFlow id="Flow_3" sourceRef="Step_2" targetRef="End_1" /><endEvent id="End_1" />
                  </process>
                </definitions>""");
        UUID proposal = proposal("bare", "5000.00");
        dueJobs.run();
        assertThat(ended(proposal)).containsExactly("End_1");
        assertThat(posted()).isZero();
        assertThat(company.as(() -> proposals.byId(proposal)).state()).isEqualTo(State.PROPOSED);
    }

    @Test
    void theDatabaseKeepsProposalsAsTheyAre() {
        proposal("kept", "5000.00");
        for (String attack : List.of(
                "update ledger.entry_proposal set content = 'x'",
                "delete from ledger.entry_proposal",
                "insert into ledger.entry_proposal_end select company_id, id, 'POSTED', null, null, now() from ledger.entry_proposal")) {
            assertThatThrownBy(
                            () -> company.inTransaction(() -> jdbc.sql(attack).update()))
                    .as(attack)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private UUID proposal(String key, String amount) {
        UUID proposal = company.asPerson(accountant, () -> propose.propose(entry(key, amount)));
        dueJobs.run();
        return proposal;
    }

    private void decide(UUID person, String outcome, @Nullable String comment) {
        UUID task = task().id();
        company.asPerson(person, APPROVER, () -> completeTask.complete(completion(task, outcome, comment)));
        dueJobs.run();
    }

    private static TaskCompletion completion(UUID task, String outcome, @Nullable String comment) {
        return new TaskCompletion(task, outcome, comment, null, null);
    }

    private TaskView task() {
        List<TaskView> open = company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
        assertThat(open).hasSize(1);
        return company.as(() -> tasks.byId(open.get(0).id()));
    }

    private int posted() {
        return company.as(() -> entries.list(new JournalEntries.Filter(null, null, null), null, 50)
                .size());
    }

    private static void refused(String rule, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    private List<String> ended(UUID proposal) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(proposal.toString())
                .finished()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .activityType("noneEndEvent")
                        .list()
                        .stream())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    private static JournalEntryDraft entry(String key, String amount) {
        return new JournalEntryDraft(
                "PK",
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                "2026-11",
                EntryKind.ORDINARY,
                "Provision",
                null,
                null,
                key,
                List.of(
                        LineDraft.of("100-01", Side.DEBIT, Money.of(amount, "PLN")),
                        LineDraft.of("130-01", Side.CREDIT, Money.of(amount, "PLN"))));
    }
}
