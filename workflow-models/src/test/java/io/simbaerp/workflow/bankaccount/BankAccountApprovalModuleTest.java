package io.simbaerp.workflow.bankaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.party.Address;
import io.simbaerp.party.BankAccountDraft;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.approval.AccountContents.State;
import io.simbaerp.party.cooloff.CoolOffs;
import io.simbaerp.party.cooloff.SetCoolOff;
import io.simbaerp.party.cooloff.WaiveCoolOff;
import io.simbaerp.party.withdrawal.WithdrawBankAccount;
import io.simbaerp.supplier.ApproveBankAccount;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.timing.KeepTime;
import io.simbaerp.task.timing.SetTimeRule;
import io.simbaerp.task.timing.TimeAct;
import io.simbaerp.task.timing.TimeRuleDraft;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.workflow.engine.DueJobs;
import io.simbaerp.workflow.model.OwnModels;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the model BankAccountApproval, on the real engine, and the way around it that is closed. */
@ModuleTest
class BankAccountApprovalModuleTest {

    private static final String IBAN = "PL61109010140000071219812874";

    private static final EnumSet<Duty> SECOND =
            EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.WORK_ON_TASK, Duty.CONFIRM_BANK_ACCOUNT, Duty.VIEW_PARTY);

    @Autowired
    TestCompanies companies;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    ProposeBankAccount propose;

    @Autowired
    ApproveBankAccount approve;

    @Autowired
    WithdrawBankAccount withdraw;

    @Autowired
    SetCoolOff setCoolOff;

    @Autowired
    WaiveCoolOff waive;

    @Autowired
    AccountContents contents;

    @Autowired
    SetTimeRule setTimeRule;

    @Autowired
    KeepTime keepTime;

    @Autowired
    TestDatabase database;

    @Autowired
    VoidApprovals voidApprovals;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    OwnModels own;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    @Autowired
    TestClock clock;

    private final UUID accountant = UUID.randomUUID();
    private final UUID treasurer = UUID.randomUUID();
    private final UUID director = UUID.randomUUID();
    private TestCompany company;
    private PartyId party;
    private UUID account;

    @BeforeEach
    void proposed() {
        company = companies.create();
        party = company.as(() -> registerParty.register(draft("Tekturo")));
        account = proposal();
    }

    @AfterEach
    void backToNow() {
        clock.set(TestClock.START);
        ClockUtil.reset();
    }

    @Test
    void aProposedAccountIsApprovedByASecondPersonAndPayable() {
        TaskView task = task();
        assertThat(task.candidateDuties()).containsExactly(Duty.CONFIRM_BANK_ACCOUNT);
        assertThat(task.facts().partyName()).isEqualTo("Tekturo");
        assertThatThrownBy(() -> decide(accountant, "approve", null))
                .isInstanceOfSatisfying(
                        RuleViolation.class, own -> assertThat(own.rule()).isEqualTo("bank-account.own-proposal"));
        decide(treasurer, "approve", null);
        assertThat(state()).isEqualTo(State.CONFIRMED);
        assertThat(ended()).containsExactly("End_AccountPayable");
    }

    @Test
    void aRejectedAccountIsWithdrawnWithTheReason() {
        assertThatThrownBy(() -> decide(treasurer, "reject", " ")).isInstanceOf(RuleViolation.class);
        decide(treasurer, "reject", "They know nothing of it");
        assertThat(state()).isEqualTo(State.WITHDRAWN);
        assertThat(ended()).containsExactly("End_AccountRejected");
    }

    @Test
    void whatNobodyDecidesInTimeIsWithdrawnInNobodysName() throws SQLException {
        company.run(() -> setTimeRule.set(
                new TimeRuleDraft(TimeAct.LAPSE, "BankAccountApproval", "Task_ApproveAccount", null, 1, "reject")));
        clock.advance(Duration.ofDays(30));
        keepTime.run(company.id());
        dueJobs.run();
        assertThat(state()).isEqualTo(State.WITHDRAWN);
        assertThat(ended()).containsExactly("End_AccountRejected");
        assertThatThrownBy(() -> company.run(() -> withdraw.withdraw(party, account, "Again")))
                .hasMessageContaining("bank-account.withdrawn-already");

        account = proposal();
        decide(treasurer, "approve", null);
        assertThatThrownBy(() -> company.run(() -> withdraw.withdraw(party, account, "Late")))
                .as("what was confirmed only a person withdraws")
                .hasMessageContaining("bank-account.withdrawn-by-people-only");
        assertThat(new Attack(database, company.id())
                        .refusal(
                                TestDatabase.APPLICATION,
                                "update party.bank_account set withdrawn_by = 'system:time-rules', withdrawn_at = now(),"
                                        + " withdrawal_reason = 'Late' where id = '" + account + "'"))
                .isEqualTo("bank_account_is_withdrawn_by_a_person");
    }

    @Test
    void whoApprovesItOnThePartnersPageEndsTheTaskToo() {
        company.asPerson(treasurer, () -> {
            approve.approve(account);
            return null;
        });
        dueJobs.run();
        assertThat(open()).isEmpty();
        assertThat(ended()).containsExactly("End_AccountPayable");
    }

    @Test
    void whatIsWithdrawnBeforeItsApprovalIsAskedAboutNoMore() {
        withdrawn();
        assertThat(open()).isEmpty();
        assertThat(ended()).containsExactly("End_AccountWithdrawn");
    }

    @Test
    void whatIsWithdrawnBetweenApprovalAndConfirmationStaysUnconfirmed() {
        complete(treasurer, "approve", null);
        withdrawn();
        assertThat(state()).isEqualTo(State.WITHDRAWN);
        assertThat(ended()).containsExactly("End_AccountWithdrawn");
    }

    @Test
    void aPartnerOfAnotherNameIsApprovedAnew() {
        complete(treasurer, "approve", null);
        company.asPerson(accountant, () -> {
            changeParty.change(party, 0, draft("Tekturo Two"));
            return null;
        });
        dueJobs.run();
        assertThat(state()).as("approved was another name").isEqualTo(State.PROPOSED);
        company.asPerson(accountant, () -> {
            changeParty.change(party, 1, draft("Tekturo Three"));
            return null;
        });
        dueJobs.run();
        assertThat(task().facts().partyName()).isEqualTo("Tekturo Three");
        decide(treasurer, "approve", null);
        assertThat(state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void anApprovalThatWasVoidedIsAskedForAgain() {
        complete(treasurer, "approve", null);
        company.run(() -> voidApprovals.voidApprovals(new Subject("bank-account", account)));
        dueJobs.run();
        assertThat(state()).isEqualTo(State.PROPOSED);
        decide(treasurer, "approve", null);
        assertThat(state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void theProcessWaitsUntilTheCoolOffEndsIsWaivedOrTheAccountIsWithdrawn() {
        company.run(() -> setCoolOff.set(new CoolOffs.Days(3, 3)));
        pass(Duration.ZERO);
        decide(treasurer, "approve", null);
        assertThat(ended()).isEmpty();
        pass(Duration.ofDays(2));
        assertThat(ended()).as("not yet").isEmpty();
        pass(Duration.ofDays(1));
        assertThat(ended()).containsExactly("End_AccountPayable");

        cooling();
        company.asPerson(director, () -> {
            waive.waive(party, account, "Asked them");
            return null;
        });
        assertThat(ended()).containsExactly("End_AccountPayable");

        cooling();
        withdrawn();
        assertThat(ended()).containsExactly("End_AccountWithdrawn");
    }

    @Test
    void aModelWithoutAnApprovalConfirmsNothing() {
        own.deploy(company, """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="https://simba-erp.io/processes">
                  <process id="BankAccountApproval" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="Start_1" /><sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Step_1" />
                    <serviceTask id="Step_1" camunda:expression="${bankAccountApprovalSteps.requestApproval(accountId)}" />
                    <sequenceFlow id="Flow_2" sourceRef="Step_1" targetRef="Step_2" />
                    <serviceTask id="Step_2" camunda:expression="${bankAccountApprovalSteps.confirm(accountId)}" />
                    <sequenceFlow id="Flow_3" sourceRef="Step_2" targetRef="End_1" /><endEvent id="End_1" />
                  </process>
                </definitions>""");
        withdrawn();
        account = proposal();
        assertThat(ended()).containsExactly("End_1");
        assertThat(state()).isEqualTo(State.PROPOSED);
    }

    /** For our clock and the engine's. */
    private void pass(Duration time) {
        clock.advance(time);
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        dueJobs.run();
    }

    private void cooling() {
        party = company.as(() -> registerParty.register(draft("Another")));
        account = proposal();
        decide(treasurer, "approve", null);
        assertThat(ended()).isEmpty();
    }

    private UUID proposal() {
        UUID proposal = company.asPerson(accountant, () -> propose.propose(new BankAccountDraft(party, IBAN, null)));
        dueJobs.run();
        return proposal;
    }

    private void withdrawn() {
        company.asPerson(director, () -> {
            withdraw.withdraw(party, account, "Closed");
            return null;
        });
        dueJobs.run();
    }

    private void decide(UUID person, String outcome, @Nullable String comment) {
        complete(person, outcome, comment);
        dueJobs.run();
    }

    private void complete(UUID person, String outcome, @Nullable String comment) {
        UUID task = task().id();
        company.asPerson(
                person, SECOND, () -> completeTask.complete(new TaskCompletion(task, outcome, comment, null, null)));
    }

    private TaskView task() {
        return company.as(() -> tasks.byId(open().get(0).id()));
    }

    private List<TaskView> open() {
        return company.as(() -> tasks.openAbout(new Subject("bank-account", account)));
    }

    private State state() {
        return company.as(() -> contents.of(account)).state();
    }

    private List<String> ended() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(account.toString())
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

    private static PartyDraft draft(String name) {
        return new PartyDraft(
                name, List.of(), new Address("ul. Portowa 8", null, "81-300", "Gdynia", null, "PL"), true, false);
    }
}
