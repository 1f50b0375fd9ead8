package io.simbaerp.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A run whose file may be with the bank is cancelled by four eyes, as it was released. */
@ModuleTest
class CancelReleasedRunModuleTest {

    private static final UUID PROPOSER = UUID.randomUUID();
    private static final UUID SENDER = UUID.randomUUID();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    CancelPaymentRun cancel;

    @Autowired
    CancelReleasedRun cancelReleased;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    private final Payables payables = new Payables();
    private final ReleasedRuns releases = new ReleasedRuns();
    private TestCompany company;
    private UUID account;
    private PaymentRunView run;

    @BeforeEach
    void release() {
        beans.autowireBean(payables);
        beans.autowireBean(releases);
        company = payables.company();
        account = payables.ownAccount(company);
        payables.owed(company, payables.supplier(company, "Tekturo Opakowania S.A."), "120.50");
        run = releases.released(company, account, PROPOSER, SENDER);
    }

    @Test
    void itTakesAnotherPersonAReasonAndAConfirmation() {
        assertRefused(
                "payment-run.released-needs-approver", () -> company.run(() -> cancel.cancel(run.id(), "x", null)));
        assertRefused("approval.own-work-proposed-run", () -> cancelled(PROPOSER, "It was wrong", true));
        assertRefused("approval.own-work-sent-run", () -> cancelled(SENDER, "It was wrong", true));
        UUID person = UUID.randomUUID();
        assertRefused("payment-run.reason-missing", () -> cancelled(person, " ", true));
        assertRefused("payment-run.cancel-unconfirmed", () -> cancelled(person, "It was wrong", false));
        assertThatThrownBy(() -> company.asPerson(person, EnumSet.of(Duty.PROPOSE_PAYMENT, Duty.VIEW_PAYMENT), () -> {
                    cancelReleased.cancel(run.id(), "It was wrong", true, null);
                    return null;
                }))
                .isInstanceOf(MissingDuty.class);
        assertThatThrownBy(() -> company.asPerson(person, () -> {
                    cancelReleased.cancel(run.id(), "It was wrong", true, run.version() - 1);
                    return null;
                }))
                .isInstanceOf(Conflict.class);
        TestCompany other = payables.company();
        assertThatThrownBy(() -> other.run(() -> cancelReleased.cancel(run.id(), "It was wrong", true, null)))
                .isInstanceOf(NotFound.class);
        assertThat(releases.view(company, run).state()).isEqualTo(PaymentRunState.RELEASED);

        cancelled(person, " The bank refused the file ", true);
        assertThat(releases.view(company, run).cancelReason()).isEqualTo("The bank refused the file");
        PaymentRunView next = releases.proposed(company, account, PROPOSER);
        assertThat(next.orders()).as("free to be paid again").hasSize(1);
        assertRefused(
                "payment-run.not-in-state",
                () -> company.asPerson(person, () -> {
                    cancelReleased.cancel(next.id(), "Not released yet", true, null);
                    return null;
                }));
    }

    @Test
    void thePageSaysWhereTheFileMayBeToWhomeverMayCancel() {
        String address = "/payment-runs/" + run.id();
        TestReader approver = reader(EnumSet.allOf(Duty.class));
        assertThat(approver.page(get(address), "en"))
                .contains(address + "/cancel-released", "may be with the bank already", "name=\"confirmed\"");
        assertThat(approver.page(get(address), "pl")).contains("może już być w banku");
        EnumSet<Duty> others = EnumSet.complementOf(EnumSet.of(Duty.APPROVE_PAYMENT));
        assertThat(reader(others).page(get(address), "en")).doesNotContain("cancel-run");
        assertThat(reader(others)
                        .ask(post(address + "/cancel-released").param("comment", "x"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(approver.page(
                        post("/lists/payment-runs/bulk/cancel")
                                .param("ids", run.id().toString()),
                        "en"))
                .contains("0 of 1 can be done", "had no hand in the run cancels it");

        approver.ask(post(address + "/cancel-released").param("comment", "Wrong day"));
        assertThat(releases.view(company, run).state()).isEqualTo(PaymentRunState.RELEASED);
        approver.ask(
                post(address + "/cancel-released").param("comment", "Wrong day").param("confirmed", "true"));
        assertThat(approver.page(get(address), "en")).contains("Cancelled: Wrong day", "Payment run cancelled");
    }

    @Test
    void postgresqlHoldsItToo() throws SQLException {
        Attack attack = new Attack(database, company.id());
        String sql = "update payment.payment_run set state = 'CANCELLED', cancel_reason = 'x', cancelled_at = now(),"
                + " cancelled_by = '%s', cancelled_for = %s where id = '" + run.id() + "'";
        for (String by : new String[] {"person:" + PROPOSER, "person:" + SENDER, "system:test"}) {
            assertThat(attack.refusal(TestDatabase.APPLICATION, sql.formatted(by, "null")))
                    .as(by)
                    .isEqualTo("payment_run_cancelled_by_another");
        }
        String another = "person:" + UUID.randomUUID();
        assertThat(attack.refusal(TestDatabase.APPLICATION, sql.formatted(another, "'person:" + PROPOSER + "'")))
                .as("on behalf of who proposed it")
                .isEqualTo("payment_run_cancelled_by_another");
        assertThat(attack.refusal(TestDatabase.APPLICATION, sql.formatted(another, "null")))
                .isNull();
    }

    private void cancelled(UUID person, String reason, boolean confirmed) {
        company.asPerson(person, () -> {
            cancelReleased.cancel(run.id(), reason, confirmed, null);
            return null;
        });
    }

    private static void assertRefused(String rule, Runnable move) {
        assertThatThrownBy(move::run).isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    private TestReader reader(EnumSet<Duty> duties) {
        return TestReader.of(MockMvcBuilders.webAppContextSetup(context).build(), company, UUID.randomUUID(), duties);
    }
}
