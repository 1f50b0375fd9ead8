package io.simbaerp.workflow.paymentrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.CancelPaymentRun;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.engine.DueJobs;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through the model PaymentRunApproval, on the real engine. */
@ModuleTest
class PaymentRunApprovalModuleTest {

    private static final EnumSet<Duty> APPROVER =
            EnumSet.of(Duty.WORK_ON_TASK, Duty.APPROVE_PAYMENT, Duty.VIEW_PAYMENT);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    SendPaymentRun send;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    PaymentRuns runs;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    private final Payables payables = new Payables();
    private final UUID treasurer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private TestCompany company;
    private PartyId supplier;
    private UUID item;
    private PaymentRunView run;

    @BeforeEach
    void sendARun() {
        beans.autowireBean(payables);
        company = payables.company();
        UUID account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        item = payables.owed(company, supplier, "120.00");
        run = company.asPerson(
                treasurer, () -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
        sendIt();
    }

    @Test
    void anApprovedRunIsReleased() {
        TaskView task = task();
        assertThat(task.key()).isEqualTo("Task_ApprovePayment");
        assertThat(task.candidateDuties()).containsExactly(Duty.APPROVE_PAYMENT);
        assertThat(task.facts().amount()).isEqualTo(Money.of("120.00", "PLN"));
        decide(approver, "approve", null);
        assertThat(view().state()).isEqualTo(PaymentRunState.RELEASED);
        assertThat(view().proposal().approvedBy()).isEqualTo("person:" + approver);
        assertThat(ended()).containsExactly("End_RunReleased");
    }

    @Test
    void aReturnedRunIsAProposalAgainAndMayBeSentOnceMore() {
        decide(approver, "return", "Take one out");
        assertThat(view().state()).isEqualTo(PaymentRunState.PROPOSED);
        assertThat(view().note()).isEqualTo("Take one out");
        assertThat(ended()).containsExactly("End_RunReturned");
        sendIt();
        decide(approver, "approve", null);
        assertThat(ended()).containsExactlyInAnyOrder("End_RunReturned", "End_RunReleased");
    }

    @Test
    void aRejectedRunIsCancelledForItsReason() {
        decide(approver, "reject", "Not this month");
        assertThat(view().state()).isEqualTo(PaymentRunState.CANCELLED);
        assertThat(view().cancelReason()).isEqualTo("Not this month");
        assertThat(ended()).containsExactly("End_RunRejected");
    }

    @Test
    void whatCannotBeReleasedGoesBackWithTheReason() {
        UUID credit = payables.owed(company, supplier, Side.DEBIT, "200.00");
        company.inTransaction(
                () -> jdbc.sql("""
                        insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        values (?, gen_random_uuid(), ?, ?, 30, now(), 'test')""").params(company.id().value(), item, credit).update());
        decide(approver, "approve", null);
        assertThat(view().state()).isEqualTo(PaymentRunState.PROPOSED);
        assertThat(view().note()).isEqualTo("ITEMS_CHANGED");
        assertThat(ended()).containsExactly("End_RunReturned");
    }

    @Test
    void aCancelledRunTakesItsTaskOffTheDesk() {
        company.asPerson(treasurer, () -> {
            cancel.cancel(run.id(), "Sent by mistake", null);
            return null;
        });
        assertThat(open()).isEmpty();
        assertThat(view().state()).isEqualTo(PaymentRunState.CANCELLED);
    }

    @Test
    void whoProposedItCannotApproveIt() {
        assertThatThrownBy(() -> decide(treasurer, "approve", null))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("approval.own-work-proposed-run"));
        assertThat(open()).hasSize(1);
    }

    private void sendIt() {
        company.asPerson(treasurer, () -> {
            send.send(run.id(), null);
            return null;
        });
        dueJobs.run();
    }

    private void decide(UUID person, String outcome, @Nullable String comment) {
        UUID task = task().id();
        company.asPerson(
                person, APPROVER, () -> completeTask.complete(new TaskCompletion(task, outcome, comment, null, null)));
        dueJobs.run();
    }

    private TaskView task() {
        assertThat(open()).hasSize(1);
        return company.as(() -> tasks.byId(open().get(0).id()));
    }

    private List<TaskView> open() {
        return company.as(
                () -> tasks.list(TaskSelection.open(TaskSelection.View.ALL, 50)).items());
    }

    private PaymentRunView view() {
        return company.as(() -> runs.byId(run.id())).orElseThrow();
    }

    private List<String> ended() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.id().toString())
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
}
