package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.Optional;

/** The questions about an invoice that wait for a person. */
@Query(Duty.BELONG_TO_COMPANY)
public class InvoiceQuestions {

    private final StoredInvoices invoices;

    InvoiceQuestions(StoredInvoices invoices) {
        this.invoices = invoices;
    }

    /**
     * The next question nobody has answered yet.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such invoice
     */
    public Optional<Question> nextOpen(PurchaseInvoiceId id) {
        return invoices.existing(id).nextQuestion();
    }
}
