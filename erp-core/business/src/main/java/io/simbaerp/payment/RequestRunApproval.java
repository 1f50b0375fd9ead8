package io.simbaerp.payment;

import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.payment.content.RunApprovers;
import io.simbaerp.payment.content.RunContent;
import io.simbaerp.payment.store.RunBook;

/** Settles who must approve a run that was sent, and which orders exactly. */
@UseCase(Duty.RELEASE_PAYMENT)
public class RequestRunApproval {

    private final RunBook book;
    private final RequestApproval requestApproval;

    RequestRunApproval(RunBook book, RequestApproval requestApproval) {
        this.book = book;
        this.requestApproval = requestApproval;
    }

    /** @throws io.simbaerp.architecture.RuleViolation payment-run.not-in-state */
    public void request(PaymentRunId id) {
        PaymentRunView run = book.locked(id);
        run.require(PaymentRunState.IN_APPROVAL);
        requestApproval.request(RunContent.subject(id), RunApprovers.LEVELS, RunContent.hash(run));
    }
}
