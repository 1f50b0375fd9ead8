package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payment runs without the process: proposed, decided by hand, released. */
@ModuleTest
class PaymentRunModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    SendPaymentRun send;

    @Autowired
    RequestRunApproval requestApproval;

    @Autowired
    DecideApproval decide;

    @Autowired
    RunApprovers approvers;

    @Autowired
    ReleasePaymentRun release;

    @Autowired
    RemovePaymentOrder remove;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    CancelReleasedRun cancelReleased;

    @Autowired
    PaymentRuns runs;

    @Autowired
    JdbcClient jdbc;

    private final Payables payables = new Payables();
    private final UUID treasurer = UUID.randomUUID();
    private TestCompany company;
    private UUID account;
    private PartyId supplier;

    @BeforeEach
    void open() {
        beans.autowireBean(payables);
        company = payables.company();
        account = payables.ownAccount(company);
        supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
    }

    @Test
    void releaseMakesTheFileOnceAndPostsNothing() {
        payables.owed(company, supplier, "120.50");
        long entries = entries();
        PaymentRunView run = approved(proposed());
        assertThat(releasedBy(run)).isEqualTo(ReleaseOutcome.RELEASED);

        PaymentRunView released = view(run);
        assertThat(released.state()).isEqualTo(PaymentRunState.RELEASED);
        byte[] content = company.as(() -> runs.file(run.id()));
        PaymentRunView.FileRow file = released.file();
        assertThat(file).isNotNull();
        assertThat(Sha256.of(content)).isEqualTo(file.sha256());
        assertThat(file.name()).isEqualTo(run.number().replace('/', '-') + ".xml");
        assertThat(file.messageId()).hasSizeLessThanOrEqualTo(35);

        assertThat(releasedBy(run)).isEqualTo(ReleaseOutcome.RELEASED);
        assertThat(view(run).file()).isEqualTo(file);
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void withoutApprovalOfExactlyTheseOrdersNothingIsReleased() {
        payables.owed(company, supplier, "120.50");
        PaymentRunView run = sent(proposed());
        assertThat(releasedBy(run)).isEqualTo(ReleaseOutcome.NOT_APPROVED);
        assertThat(view(run).state()).isEqualTo(PaymentRunState.IN_APPROVAL);
        assertThatThrownBy(() -> company.as(() -> runs.file(run.id()))).isInstanceOf(NotFound.class);
    }

    @Test
    void whoProposedIsBarredFromApproving() {
        payables.owed(company, supplier, "10.00");
        PaymentRunView run = sent(proposed());
        assertThatThrownBy(() -> approve(run, treasurer))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("approval.own-work-proposed-run"));
    }

    @Test
    void anItemSettledMeanwhileStopsTheRelease() {
        UUID item = payables.owed(company, supplier, "80.00");
        UUID credit = payables.owed(company, supplier, Side.DEBIT, "200.00");
        PaymentRunView run = approved(proposed());
        company.inTransaction(
                () -> jdbc.sql("""
                        insert into ledger.allocation (company_id, id, item_id, against_id, amount, recorded_at, recorded_by)
                        values (?, gen_random_uuid(), ?, ?, 30, now(), 'test')""").params(company.id().value(), item, credit).update());
        assertThat(releasedBy(run)).isEqualTo(ReleaseOutcome.ITEMS_CHANGED);
        assertThat(view(run).note()).isEqualTo("ITEMS_CHANGED");
    }

    @Test
    void ofTwoRunsRacingForAnItemOneGetsIt() throws Exception {
        UUID item = payables.owed(company, supplier, "99.00");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<PaymentRunView>> racing = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return proposed();
                    }))
                    .toList();
            start.countDown();
            int orders = 0;
            for (Future<PaymentRunView> each : racing) {
                PaymentRunView run = each.get();
                orders += run.orders().size();
                assertThat(run.orders().size() + run.blocked().size()).isEqualTo(1);
            }
            assertThat(orders).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(live(item)).isEqualTo(1);
    }

    @Test
    void anItemTakenOutOrFreedByCancellationIsProposedAgain() {
        payables.owed(company, supplier, "15.00");
        PaymentRunView first = proposed();
        company.run(() -> remove.remove(first.id(), first.orders().get(0).id(), null));
        assertThat(view(first).orders()).isEmpty();
        PaymentRunView second = proposed();
        assertThat(second.orders()).hasSize(1);
        assertThat(releasedBy(approved(second))).isEqualTo(ReleaseOutcome.RELEASED);
        assertThat(proposed().blocked().get(0).reason()).isEqualTo(BlockReason.IN_ANOTHER_RUN);
        company.asPerson(UUID.randomUUID(), () -> {
            cancelReleased.cancel(second.id(), "The bank refused it", true, null);
            return null;
        });
        assertThat(proposed().orders()).hasSize(1);
        assertThatThrownBy(() -> company.run(() -> cancel.cancel(second.id(), "Again", null)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void whatHasNoConfirmedAccountIsBlocked() {
        payables.owed(company, payables.unconfirmed(company, "Nowy Dostawca"), "60.00");
        PaymentRunView run = proposed();
        assertThat(run.orders()).isEmpty();
        assertThat(run.blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.reason()).isEqualTo(BlockReason.ACCOUNT_MISSING);
            assertThat(blocked.item().amount()).isEqualTo(Money.of("60.00", "PLN"));
        });
        assertThatThrownBy(() -> sent(run)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void everyMoveAsksForItsDuty() {
        payables.owed(company, supplier, "15.00");
        PaymentRunView run = proposed();
        EnumSet<Duty> viewing = EnumSet.of(Duty.VIEW_PAYMENT);
        for (Runnable move : List.<Runnable>of(
                () -> propose.propose(draft()),
                () -> send.send(run.id(), null),
                () -> cancel.cancel(run.id(), "why", null),
                () -> release.release(run.id()))) {
            assertThatThrownBy(() -> company.asPerson(treasurer, viewing, () -> {
                        move.run();
                        return null;
                    }))
                    .isInstanceOf(MissingDuty.class);
        }
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        payables.owed(company, supplier, "15.00");
        PaymentRunView run = proposed();
        TestCompany other = payables.company();
        assertThat(other.as(() -> runs.byId(run.id()))).isEmpty();
        assertThat(other.as(() -> runs.byIds(List.of(run.id().value())))).isEmpty();
    }

    private PaymentRunDraft draft() {
        return new PaymentRunDraft(Payables.DAY.plusDays(30), account, null);
    }

    private PaymentRunView proposed() {
        return company.asPerson(treasurer, () -> propose.propose(draft()));
    }

    private PaymentRunView sent(PaymentRunView run) {
        company.asPerson(treasurer, () -> {
            send.send(run.id(), null);
            return null;
        });
        company.run(() -> requestApproval.request(run.id()));
        return view(run);
    }

    private PaymentRunView approved(PaymentRunView run) {
        PaymentRunView sent = sent(run);
        approve(sent, UUID.randomUUID());
        return sent;
    }

    private void approve(PaymentRunView run, UUID person) {
        company.asPerson(person, () -> {
            decide.decide(new ApprovalDecisionDraft(
                    RunContent.subject(run.id()),
                    Duty.APPROVE_PAYMENT,
                    Decision.APPROVE,
                    RunContent.hash(run),
                    null,
                    approvers.priorActs(run),
                    approvers.extent(run)));
            return null;
        });
    }

    private ReleaseOutcome releasedBy(PaymentRunView run) {
        return company.as(() -> release.release(run.id()));
    }

    private PaymentRunView view(PaymentRunView run) {
        return company.as(() -> runs.byId(run.id())).orElseThrow();
    }

    private long entries() {
        return count("select count(*) from ledger.journal_entry where company_id = ?");
    }

    private long live(UUID item) {
        return count("select count(*) from payment.order_item where company_id = ? and live and open_item_id = '" + item
                + "'");
    }

    private long count(String sql) {
        return company.inTransaction(() ->
                jdbc.sql(sql).param(company.id().value()).query(Long.class).single());
    }
}
