package io.simbaerp.workflow.paymentrun;

import io.simbaerp.architecture.Duty;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.RejectPaymentRun;
import io.simbaerp.payment.ReleasePaymentRun;
import io.simbaerp.payment.RequestRunApproval;
import io.simbaerp.payment.ReturnPaymentRun;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.util.UUID;

/** What the model {@code PaymentRunApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = PaymentRunApprovalProcess.ID,
        duties = {Duty.RELEASE_PAYMENT, Duty.VIEW_DOCUMENT, Duty.VIEW_LEDGER, Duty.VIEW_PARTY})
public class PaymentRunApprovalSteps {

    private final RequestRunApproval requestRunApproval;
    private final ReleasePaymentRun releasePaymentRun;
    private final ReturnPaymentRun returnPaymentRun;
    private final RejectPaymentRun rejectPaymentRun;

    PaymentRunApprovalSteps(
            RequestRunApproval requestRunApproval,
            ReleasePaymentRun releasePaymentRun,
            ReturnPaymentRun returnPaymentRun,
            RejectPaymentRun rejectPaymentRun) {
        this.requestRunApproval = requestRunApproval;
        this.releasePaymentRun = releasePaymentRun;
        this.returnPaymentRun = returnPaymentRun;
        this.rejectPaymentRun = rejectPaymentRun;
    }

    @Step
    public void requestApproval(String runId) {
        requestRunApproval.request(id(runId));
    }

    @Step
    public String release(String runId) {
        return releasePaymentRun.release(id(runId)).name();
    }

    @Step
    public void giveBack(String runId) {
        returnPaymentRun.giveBack(id(runId));
    }

    @Step
    public void reject(String runId) {
        rejectPaymentRun.reject(id(runId));
    }

    private static PaymentRunId id(String runId) {
        return new PaymentRunId(UUID.fromString(runId));
    }
}
