package io.simbaerp.integration.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.ReleaseOutcome;
import io.simbaerp.payment.ReleasePaymentRun;
import io.simbaerp.payment.RequestRunApproval;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.letgo.CancelReleasedRun;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file of a released run on its way to the bank. */
@ModuleTest
class PaymentFileDeliveryModuleTest {

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
    ReleasePaymentRun release;

    @Autowired
    CancelReleasedRun cancel;

    @Autowired
    PaymentRuns runs;

    @Autowired
    DeliverOutbox deliverOutbox;

    @Autowired
    JdbcClient jdbc;

    @Value("${simba.data}/outbox")
    Path outbox;

    private final Payables payables = new Payables();
    private TestCompany company;

    @BeforeEach
    void open() {
        beans.autowireBean(payables);
        company = payables.company();
    }

    @Test
    void theArchivedBytesAreDeliveredUnderTheRunsNumberAndAgainTheSame() throws IOException {
        PaymentRunView run = released();
        assertThat(company.as(() -> deliverOutbox.deliver())).isEqualTo(1);
        Path file = outbox.resolve(company.taxId()).resolve(run.number().replace('/', '-') + ".xml");
        byte[] archived = company.as(() -> runs.file(run.id()));
        assertThat(Files.readAllBytes(file)).isEqualTo(archived);
        assertThat(new String(archived, java.nio.charset.StandardCharsets.UTF_8))
                .contains("pain.001.001.09");

        company.inTransaction(
                () -> jdbc.sql("update integration.outbox_message set state = 'WAITING' where company_id = ?")
                        .param(company.id().value())
                        .update());
        assertThat(company.as(() -> deliverOutbox.deliver())).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(archived);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aRunCancelledBeforeDeliveryIsNotDelivered() {
        PaymentRunView run = released();
        company.asPerson(UUID.randomUUID(), () -> {
            cancel.cancel(run.id(), "Wrong account", true, null);
            return null;
        });
        company.as(() -> deliverOutbox.deliver());
        assertThat(outbox.resolve(company.taxId()).resolve(run.number().replace('/', '-') + ".xml"))
                .doesNotExist();
    }

    private PaymentRunView released() {
        UUID account = payables.ownAccount(company);
        payables.owed(company, payables.supplier(company, "Tekturo Opakowania S.A."), "120.00");
        PaymentRunView run =
                company.as(() -> propose.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
        company.run(() -> {
            send.send(run.id(), null);
            requestApproval.request(run.id());
        });
        company.asPerson(UUID.randomUUID(), () -> {
            decide.decide(new ApprovalDecisionDraft(
                    RunContent.subject(run.id()),
                    Duty.APPROVE_PAYMENT,
                    Decision.APPROVE,
                    RunContent.hash(run),
                    null,
                    List.of(),
                    Extent.NONE));
            return null;
        });
        assertThat(company.as(() -> release.release(run.id()))).isEqualTo(ReleaseOutcome.RELEASED);
        Corpus.folder("bank-payments", "the delivered file against the official schema")
                .ifPresent(schema -> assertThat(
                                company.as(() -> runs.byId(run.id())).map(PaymentRunView::file))
                        .hasValueSatisfying(
                                file -> assertThat(file.schemaChecked()).isTrue()));
        return run;
    }
}
