package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import org.jspecify.annotations.Nullable;

/** Decides, in a task, that an invoice is to be rejected, and says why. The process then ends it. */
@UseCase(Duty.WORK_ON_TASK)
public class RefusePurchaseInvoice {

    RefusePurchaseInvoice() {}

    /** @throws io.simbaerp.architecture.RuleViolation invoice.reason-missing, invoice.closed */
    public void refuse(PurchaseInvoiceId id, @Nullable String reason) {
        throw new UnsupportedOperationException();
    }
}
