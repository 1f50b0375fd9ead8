package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.party.ChangeParty;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.payment.proof.RecordWhiteListProof;
import io.simbaerp.payment.proposal.BlockReason;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What happened between the approval of a run and its release, and two who move a run at once. */
@ModuleTest
class PaymentReleaseModuleTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun propose;

    @Autowired
    SendPaymentRun send;

    @Autowired
    RemovePaymentOrder remove;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    CancelReleasedRun cancelReleased;

    @Autowired
    RequestRunApproval requestApproval;

    @Autowired
    DecideApproval decide;

    @Autowired
    RunApprovers approvers;

    @Autowired
    LetItemThrough letItemThrough;

    @Autowired
    ReleasePaymentRun release;

    @Autowired
    RecordWhiteListProof recordProof;

    @Autowired
    Parties parties;

    @Autowired
    ChangeParty changeParty;

    @Autowired
    PaymentRuns runs;

    @Autowired
    TestClock clock;

    private final Payables payables = new Payables();
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

    @AfterEach
    void backToToday() {
        clock.set(TestClock.START);
    }

    @Test
    void aProofOfYesterdayHoldsItsOrderBackAndTheOthersGo() {
        payables.owed(company, supplier, "120.50");
        payables.owed(company, supplier, "20000.00");
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        PaymentRunView run = approved(proposed());
        assertThat(run.orders()).hasSize(2);

        clock.advance(Duration.ofDays(3));
        assertThat(released(run)).isEqualTo(ReleaseOutcome.RELEASED);

        PaymentRunView after = view(run);
        assertThat(after.state()).isEqualTo(PaymentRunState.RELEASED);
        assertThat(after.note()).isEqualTo("ITEMS_BLOCKED");
        assertThat(after.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.amount().amount()).isEqualByComparingTo("120.50"));
        assertThat(after.blocked()).singleElement().satisfies(blocked -> {
            assertThat(blocked.reason()).isEqualTo(BlockReason.WHITE_LIST);
            assertThat(blocked.item().amount().amount()).isEqualByComparingTo("20000.00");
        });
        String file = new String(company.as(() -> runs.file(run.id())), StandardCharsets.UTF_8);
        assertThat(file).contains("120.50").doesNotContain("20000.00");
        assertThat(proposed().blocked())
                .as("free for the next run, where it waits for a proof")
                .extracting(PaymentRunView.Blocked::reason)
                .contains(BlockReason.WHITE_LIST);
    }

    @Test
    void aProofOfTheDayOfReleaseLetsEverythingGo() {
        payables.owed(company, supplier, "20000.00");
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        PaymentRunView run = approved(proposed());
        clock.advance(Duration.ofDays(3));
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-67890"));
        assertThat(released(run)).isEqualTo(ReleaseOutcome.RELEASED);
        assertThat(view(run).blocked()).isEmpty();
        assertThat(view(run).note()).isNull();
    }

    @Test
    void aProofAboutAnotherTaxPayerDoesNotCount() {
        payables.owed(company, supplier, "20000.00");
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        assertThat(proposed().blocked()).isEmpty();
        PartyId other = payables.supplier(company, "Another");
        payables.owed(company, other, "30000.00");
        company.run(() -> recordProof.record(other.value(), Payables.THEIRS, "abcde-67890"));
        PartyView known = company.as(() -> parties.byId(other)).orElseThrow();
        company.run(() -> changeParty.change(
                other,
                known.version(),
                new PartyDraft(known.name(), List.of("9990083015"), known.address(), true, false)));
        assertThat(proposed().blocked())
                .extracting(PaymentRunView.Blocked::reason)
                .contains(BlockReason.WHITE_LIST);
    }

    @Test
    void withNothingLeftToGoTheRunComesBackWhole() {
        payables.owed(company, supplier, "20000.00");
        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        PaymentRunView run = approved(proposed());
        clock.advance(Duration.ofDays(3));
        assertThat(released(run)).isEqualTo(ReleaseOutcome.ITEMS_BLOCKED);
        PaymentRunView after = view(run);
        assertThat(after.state()).isEqualTo(PaymentRunState.IN_APPROVAL);
        assertThat(after.orders()).hasSize(1);
        assertThat(after.file()).isNull();
        assertThat(after.note()).isEqualTo("ITEMS_BLOCKED");
    }

    /** Split payment and White List both speak against it; each day shows its own, and only what was shown is decided. */
    @Test
    void aLetThroughCoversWhatTheRunShowsAndNothingElse() {
        UUID item = payables.split(company, supplier, "20000.00");
        PaymentRunView both = sent(proposed());
        assertThat(both.blocked()).singleElement().satisfies(blocked -> assertThat(blocked.reasons())
                .containsExactly(BlockReason.SPLIT_PAYMENT, BlockReason.WHITE_LIST));
        letThrough(both, item);
        PaymentRunView through = approved(both.id());
        assertThat(through.orders()).singleElement().satisfies(order -> assertThat(
                        Objects.requireNonNull(order.letThrough()).reasons())
                .containsExactly(BlockReason.SPLIT_PAYMENT, BlockReason.WHITE_LIST));
        assertThat(released(through)).isEqualTo(ReleaseOutcome.RELEASED);
        company.asPerson(UUID.randomUUID(), () -> {
            cancelReleased.cancel(both.id(), "The next one", true, null);
            return null;
        });

        company.run(() -> recordProof.record(supplier.value(), Payables.THEIRS, "abcde-12345"));
        PaymentRunView proved = sent(proposed());
        assertThat(proved.blocked()).singleElement().satisfies(blocked -> assertThat(blocked.reasons())
                .containsExactly(BlockReason.SPLIT_PAYMENT));
        clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> letThrough(proved, item))
                .as("the proof is none of today, and nobody was shown that")
                .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                    assertThat(refused.rule()).isEqualTo("payment-run.unseen-reasons");
                    assertThat(refused.args().subList(1, 5)).isEqualTo(List.of(1, 0, 0, 0));
                });
        clock.set(TestClock.START);
        letThrough(proved, item);
        PaymentRunView late = approved(proved.id());
        clock.advance(Duration.ofDays(3));
        assertThat(released(late))
                .as("the proof is of another day, and nobody decided about that")
                .isEqualTo(ReleaseOutcome.ITEMS_BLOCKED);
    }

    @Test
    void aMoveOnAnOlderVersionIsRefused() {
        payables.owed(company, supplier, "10.00");
        payables.owed(company, supplier, "20.00");
        PaymentRunView seen = proposed();
        company.run(() -> remove.remove(seen.id(), seen.orders().get(0).id(), seen.version()));
        assertStale(() -> send.send(seen.id(), seen.version()));
        assertStale(() -> cancel.cancel(seen.id(), "Why not", seen.version()));
        assertStale(() -> remove.remove(seen.id(), seen.orders().get(1).id(), seen.version()));
        company.run(() -> send.send(seen.id(), view(seen).version()));
    }

    /** Each saw the same version; without the comparison under the lock both would get through. */
    @Test
    void ofTwoWhoMoveTheSameVersionAtOnceOneIsRefused() throws Exception {
        payables.owed(company, supplier, "10.00");
        payables.owed(company, supplier, "20.00");
        for (int round = 0; round < 8; round++) {
            PaymentRunView seen = proposed();
            assertThat(seen.orders()).hasSize(2);
            int done = atOnce(
                    () -> company.asPerson(UUID.randomUUID(), () -> {
                        remove.remove(seen.id(), seen.orders().get(0).id(), seen.version());
                        return true;
                    }),
                    () -> company.asPerson(UUID.randomUUID(), () -> {
                        send.send(seen.id(), seen.version());
                        return true;
                    }));
            assertThat(done).as("round %d", round).isEqualTo(1);
            PaymentRunView after = view(seen);
            assertThat(after.version()).isEqualTo(seen.version() + 1);
            assertThat(after.orders()).hasSize(after.state() == PaymentRunState.IN_APPROVAL ? 2 : 1);
            company.run(() -> cancel.cancel(seen.id(), "Next round", null));
        }
    }

    private int atOnce(Callable<Boolean> first, Callable<Boolean> second) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        int done = 0;
        try {
            List<Future<Boolean>> both = List.of(first, second).stream()
                    .map(move -> pool.submit(() -> {
                        start.await();
                        return move.call();
                    }))
                    .toList();
            for (Future<Boolean> each : both) {
                try {
                    done += each.get() ? 1 : 0;
                } catch (ExecutionException refused) {
                    assertThat(refused.getCause()).isInstanceOf(Conflict.class);
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return done;
    }

    private void assertStale(Runnable move) {
        assertThatThrownBy(() -> company.run(move))
                .isInstanceOfSatisfying(Conflict.class, refused -> assertThat(refused.rule())
                        .isEqualTo("payment-run.changed-meanwhile"));
    }

    private PaymentRunView proposed() {
        return company.asPerson(
                UUID.randomUUID(),
                () -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(60), account, null)));
    }

    private PaymentRunView approved(PaymentRunView run) {
        sent(run);
        return approved(run.id());
    }

    private PaymentRunView sent(PaymentRunView run) {
        company.asPerson(UUID.randomUUID(), () -> {
            send.send(run.id(), null);
            return null;
        });
        company.run(() -> requestApproval.request(run.id()));
        return view(run);
    }

    private void letThrough(PaymentRunView run, UUID item) {
        company.asPerson(UUID.randomUUID(), () -> {
            letItemThrough.letThrough(run.id(), item, "Asked by phone", null);
            return null;
        });
    }

    private PaymentRunView approved(PaymentRunId id) {
        PaymentRunView sent = company.as(() -> runs.byId(id)).orElseThrow();
        company.asPerson(UUID.randomUUID(), () -> {
            decide.decide(new ApprovalDecisionDraft(
                    RunContent.subject(id),
                    Duty.APPROVE_PAYMENT,
                    Decision.APPROVE,
                    RunContent.hash(sent),
                    null,
                    approvers.priorActs(sent),
                    approvers.extent(sent)));
            return null;
        });
        return sent;
    }

    private ReleaseOutcome released(PaymentRunView run) {
        return company.as(() -> release.release(run.id()));
    }

    private PaymentRunView view(PaymentRunView run) {
        return company.as(() -> runs.byId(run.id())).orElseThrow();
    }
}
