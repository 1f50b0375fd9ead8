package io.simbaerp.payment;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;

/** A payment run was cancelled with a reason; its items are free again. */
public record PaymentRunCancelled(
        CompanyId company, Actor actor, Instant at, PaymentRunId runId, List<Subject> concerns)
        implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("payment-run", runId.value());
    }
}
