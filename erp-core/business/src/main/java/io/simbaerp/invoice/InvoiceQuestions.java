package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Optional;

/** The questions about an invoice that wait for a person. */
@Query(Duty.BELONG_TO_COMPANY)
public class InvoiceQuestions {

    InvoiceQuestions() {}

    /** The next question nobody has answered yet. */
    public Optional<Question> nextOpen(PurchaseInvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
