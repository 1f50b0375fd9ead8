package io.simbaerp.payment.letgo;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import io.simbaerp.payment.PaymentRunId;
import java.time.Instant;
import java.util.List;

/** A person let a payment order go after its file had left: what is open of it may be paid again. */
public record PaymentOrderLetGo(CompanyId company, Actor actor, Instant at, PaymentRunId runId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("payment-run", runId.value());
    }
}
