package io.simbaerp.integration.outbox;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import org.apache.camel.ProducerTemplate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Puts the archived bytes of a payment file into the company's outbox folder, under the name made of the run's number. It
 * writes nothing of its own, so a repeated delivery gives the same file.
 */
@Component
@Order(1)
class PaymentFileDelivery implements OutboxDelivery {

    private final PaymentRuns runs;
    private final ProducerTemplate producer;
    private final CurrentCompany currentCompany;

    PaymentFileDelivery(PaymentRuns runs, ProducerTemplate producer, CurrentCompany currentCompany) {
        this.runs = runs;
        this.producer = producer;
        this.currentCompany = currentCompany;
    }

    @Override
    public boolean takes(String kind) {
        return kind.equals("payment-run-released");
    }

    /** A run cancelled before its file went out is not delivered any more. */
    @Override
    public void deliver(OutboxMessage message) {
        PaymentRunView run = runs.byId(new PaymentRunId(message.subjectId())).orElseThrow();
        PaymentRunView.FileRow file = run.file();
        if (file == null || run.state() == PaymentRunState.CANCELLED) {
            return;
        }
        producer.sendBodyAndHeader(
                OutboxRoute.FOLDER,
                runs.file(run.id()),
                OutboxRoute.NAME,
                currentCompany.get().taxId() + "/" + file.name());
    }
}
