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
import io.simbaerp.ledger.proposal.CorrectProposedEntry;
import io.simbaerp.ledger.proposal.EntryProposals;
import io.simbaerp.ledger.proposal.EntryProposals.State;
import io.simbaerp.ledger.proposal.PostProposedEntry;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.proposal.WithdrawProposedEntry;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.money.Money;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import io.simbaerp.workflow.model.OwnModels;
import java.sql.SQLException;
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

    @Autowired
    TestDatabase database;

    @Autowired
    CorrectProposedEntry correct;

    @Autowired
    WithdrawProposedEntry withdraw;

    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
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
    void aReturnedEntryIsItsAuthorsTaskAndComesAgainCorrectedOrAsItIs() {
        UUID proposal = proposal("returned", "5000.00");
        refused("approval.reason-missing", () -> decide(manager, "return", " "));
        refused(
                "journal-entry.proposal-not-returned",
                () -> company.asPerson(accountant, () -> {
                    correct.correct(proposal, entry("x", "1200.00"));
                    return null;
                }));

        decide(manager, "return", "Which contract?");
        assertThat(state(proposal)).isEqualTo(State.RETURNED);
        assertThat(company.as(() -> proposals.byId(proposal)).reason()).isEqualTo("Which contract?");
        assertThat(company.as(() -> proposals.turns(proposal)).get(0).madeBy()).isEqualTo("person:" + manager);
        assertThat(task().key()).isEqualTo("Task_CorrectEntry");
        assertThat(task().assignee()).as("it is its author's").isEqualTo(accountant);

        decide(accountant, "resubmit", "7/2026, as the text says");
        assertThat(state(proposal)).isEqualTo(State.PROPOSED);
        decide(manager, "return", "Not in this amount");
        correct(accountant, proposal, "4000.00");
        assertThat(state(proposal)).isEqualTo(State.PROPOSED);
        assertThat(task().key()).isEqualTo("Task_ApproveEntry");
        assertThat(task().facts().amount()).isEqualTo(Money.of("4000.00", "PLN"));

        decide(manager, "approve", null);
        assertThat(state(proposal)).isEqualTo(State.POSTED);
        assertThat(company.as(() -> proposals.draft(proposal)).narration()).isEqualTo("Provision, corrected");
        assertThat(posted()).isEqualTo(1);
        assertThat(ended(proposal)).containsExactly("End_EntryPosted");
        assertThat(company.as(() -> proposals.turns(proposal)))
                .extracting(EntryProposals.Turn::kind)
                .containsExactly("RETURNED", "SENT_AGAIN", "RETURNED", "CORRECTED");
    }

    @Test
    void whoCorrectedAnEntryForItsAuthorDoesNotApproveItEither() {
        UUID proposal = proposal("colleague", "5000.00");
        decide(manager, "return", "Another account");
        correct(colleague, proposal, "4500.00");
        assertThatThrownBy(() -> decide(colleague, "approve", null))
                .isInstanceOfSatisfying(RuleViolation.class, own -> assertThat(own.rule())
                        .isEqualTo("approval.own-work-proposed-entry"));
        decide(manager, "approve", null);
        assertThat(state(proposal)).isEqualTo(State.POSTED);
    }

    @Test
    void itsAuthorWithdrawsAnEntryWhereverItWaitsAndNobodyElseDoes() {
        UUID asked = proposal("asked", "5000.00");
        refused("journal-entry.proposal-of-another", () -> withdraw(manager, asked));
        withdraw(accountant, asked);
        assertThat(state(asked)).isEqualTo(State.WITHDRAWN);
        assertThat(open()).as("nobody is asked any more").isEmpty();
        refused("journal-entry.proposal-ended", () -> withdraw(accountant, asked));

        UUID returned = proposal("given-back", "5000.00");
        decide(manager, "return", "Why?");
        withdraw(accountant, returned);
        UUID givenUp = proposal("given-up", "5000.00");
        decide(manager, "return", "Why?");
        decide(accountant, "withdraw", "Booked already");
        assertThat(company.as(() -> proposals.byId(givenUp)).reason()).isEqualTo("Booked already");

        assertThat(posted()).isZero();
        assertThat(List.of(state(returned), state(givenUp))).containsOnly(State.WITHDRAWN);
        assertThat(List.of(ended(asked), ended(returned), ended(givenUp))).containsOnly(List.of("End_EntryWithdrawn"));
    }

    @Test
    void whatIsWithdrawnBetweenApprovalAndPostingIsNotPosted() {
        UUID proposal = proposal("too-late", "5000.00");
        UUID task = task().id();
        company.asPerson(manager, APPROVER, () -> completeTask.complete(completion(task, "approve", null)));
        withdraw(accountant, proposal);
        assertThat(posted()).isZero();
        assertThat(ended(proposal)).containsExactly("End_EntryEnded");
    }

    @Test
    void anApprovedEntryTheBooksNoLongerTakeIsAPersonsTaskInWordsAndNoIncident() {
        UUID proposal = refusedByTheBooks("late");
        EntryProposals.Proposal refused = company.as(() -> proposals.byId(proposal));
        assertThat(refused.refusedRule()).isEqualTo("period.closed");
        assertThat(refused.refusedArgs()).containsExactly("2026-11");
        assertThat(task().key()).isEqualTo("Task_MendEntry");
        assertThat(task().assignee()).isEqualTo(accountant);

        decide(accountant, "try-again", null);
        assertThat(state(proposal)).as("still closed").isEqualTo(State.REFUSED);
        periods("OPEN");
        decide(accountant, "try-again", "It is open again");
        assertThat(state(proposal)).as("the approval stood").isEqualTo(State.POSTED);
        assertThat(posted()).isEqualTo(1);
    }

    @Test
    void whatTheBooksRefusedIsCorrectedAndApprovedAnewOrGivenUp() {
        UUID corrected = refusedByTheBooks("another-day");
        periods("OPEN");
        correct(accountant, corrected, "5000.00");
        assertThat(state(corrected)).isEqualTo(State.PROPOSED);
        assertThat(posted()).as("another entry needs another approval").isZero();
        decide(manager, "approve", null);
        assertThat(posted()).isEqualTo(1);

        UUID givenUp = refusedByTheBooks("given-up");
        decide(accountant, "withdraw", null);
        UUID withdrawn = refusedByTheBooks("withdrawn");
        withdraw(accountant, withdrawn);
        assertThat(List.of(ended(givenUp), ended(withdrawn))).containsOnly(List.of("End_EntryWithdrawn"));
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
    void theDatabaseKeepsProposalsToTheirTurnsAndPeopleFromTheirOwnWork() throws SQLException {
        UUID proposal = proposal("attacked", "5000.00");
        Attack attack = new Attack(database, company.id());
        String decision = "insert into approval.approval_decision select company_id, gen_random_uuid(), id,"
                + " 'APPROVE_JOURNAL_ENTRY', 'APPROVE', content_hash, null, '%s', now(), %s from approval.approval_request";
        String turn =
                "insert into ledger.entry_proposal_turn (company_id, proposal_id, number, kind, reason, made_by, made_at)"
                        + " select company_id, id, %d, '%s', 'why', '%s', now() from ledger.entry_proposal";
        String end = "insert into ledger.entry_proposal_end (company_id, proposal_id, outcome, ended_by, ended_at)"
                + " select company_id, id, '%s', 'person:%s', now() from ledger.entry_proposal";
        String author = "person:" + accountant;
        for (String role : List.of(TestDatabase.APPLICATION, TestDatabase.OWNER)) {
            assertThat(attack.refusal(role, decision.formatted(accountant, "null")))
                    .isEqualTo("decider_did_not_propose_the_entry");
            assertThat(attack.refusal(role, decision.formatted(manager, "'" + accountant + "'")))
                    .isEqualTo("decider_did_not_propose_the_entry");
            assertThat(attack.refusal(
                            role,
                            turn.formatted(1, "RETURNED", "process:x"),
                            turn.formatted(2, "SENT_AGAIN", "person:" + manager),
                            decision.formatted(manager, "null")))
                    .isEqualTo("decider_did_not_propose_the_entry");
            assertThat(attack.refusal(role, turn.formatted(1, "SENT_AGAIN", author)))
                    .isEqualTo("entry_proposal_goes_by_turns");
            assertThat(attack.refusal(role, turn.formatted(2, "RETURNED", author)))
                    .isEqualTo("entry_proposal_turns_follow_each_other");
            assertThat(attack.refusal(
                            role,
                            turn.formatted(1, "RETURNED", "process:x"),
                            turn.formatted(2, "SENT_AGAIN", "process:x")))
                    .isEqualTo("entry_proposal_is_sent_again_by_people");
            assertThat(attack.refusal(role, end.formatted("WITHDRAWN", manager)))
                    .isEqualTo("entry_proposal_is_withdrawn_by_its_author");
            assertThat(attack.refusal(
                            role, end.formatted("WITHDRAWN", accountant), turn.formatted(1, "RETURNED", author)))
                    .isEqualTo("entry_proposal_end_is_the_end");
        }
        for (String change :
                List.of("update ledger.entry_proposal set content = 'x'", "delete from ledger.entry_proposal")) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, change)).isEqualTo(Attack.PERMISSION);
        }
        assertThat(attack.refusal(TestDatabase.APPLICATION, end.formatted("POSTED", accountant)))
                .isEqualTo("entry_proposal_posted_has_its_entry");
        assertThat(state(proposal)).isEqualTo(State.PROPOSED);
    }

    private UUID refusedByTheBooks(String key) {
        periods("OPEN");
        UUID proposal = proposal(key, "5000.00");
        periods("CLOSED");
        decide(manager, "approve", null);
        assertThat(state(proposal)).isEqualTo(State.REFUSED);
        return proposal;
    }

    private void periods(String state) {
        company.inTransaction(() -> jdbc.sql("update company.fiscal_period set state = ? where code = '2026-11'")
                .param(state)
                .update());
    }

    private void correct(UUID person, UUID proposal, String amount) {
        company.asPerson(person, () -> {
            correct.correct(proposal, entry("sent again", amount, "Provision, corrected"));
            return null;
        });
        dueJobs.run();
    }

    private void withdraw(UUID person, UUID proposal) {
        company.asPerson(person, () -> {
            withdraw.withdraw(proposal, "Booked otherwise");
            return null;
        });
        dueJobs.run();
    }

    private State state(UUID proposal) {
        return company.as(() -> proposals.byId(proposal)).state();
    }

    private UUID proposal(String key, String amount) {
        UUID proposal = company.asPerson(accountant, () -> propose.propose(entry(key, amount)));
        dueJobs.run();
        return proposal;
    }

    private void decide(UUID person, String outcome, @Nullable String comment) {
        UUID task = task().id();
        EnumSet<Duty> duties = EnumSet.copyOf(APPROVER);
        duties.add(Duty.POST_JOURNAL_ENTRY);
        company.asPerson(person, duties, () -> completeTask.complete(completion(task, outcome, comment)));
        dueJobs.run();
    }

    private static TaskCompletion completion(UUID task, String outcome, @Nullable String comment) {
        return new TaskCompletion(task, outcome, comment, null, null);
    }

    private TaskView task() {
        List<TaskView> open = open();
        assertThat(open).hasSize(1);
        return company.as(() -> tasks.byId(open.get(0).id()));
    }

    private List<TaskView> open() {
        return company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
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
        return entry(key, amount, "Provision");
    }

    private static JournalEntryDraft entry(String key, String amount, String narration) {
        return new JournalEntryDraft(
                "PK",
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                "2026-11",
                EntryKind.ORDINARY,
                narration,
                null,
                null,
                key,
                List.of(
                        LineDraft.of("100-01", Side.DEBIT, Money.of(amount, "PLN")),
                        LineDraft.of("130-01", Side.CREDIT, Money.of(amount, "PLN"))));
    }
}
