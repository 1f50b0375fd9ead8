package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import org.jspecify.annotations.Nullable;

/** Answers a question about an invoice, and does what follows from the answer. */
@UseCase(Duty.CODE_INVOICE)
public class AnswerQuestion {

    AnswerQuestion() {}

    /**
     * Answers it.
     *
     * @param outcome as the task offers it: {@code ours} or {@code not-ours}, {@code create-supplier} or {@code reject},
     *     {@code not-a-duplicate} or {@code duplicate}, {@code rate-added} or {@code reject}
     * @param comment why; part of the reason when the outcome is a rejection
     * @throws io.simbaerp.architecture.RuleViolation rate.missing, invoice.outcome-unknown, invoice.closed
     */
    public void answer(PurchaseInvoiceId id, Question question, String outcome, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }
}
