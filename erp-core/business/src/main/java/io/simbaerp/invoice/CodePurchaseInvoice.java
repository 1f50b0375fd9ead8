package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import org.jspecify.annotations.Nullable;

/** Puts accounts, cost centres and VAT codes to the lines of an invoice. Who codes an invoice never approves it. */
@UseCase(Duty.CODE_INVOICE)
public class CodePurchaseInvoice {

    CodePurchaseInvoice() {}

    /** @param draft nothing if the proposal stands */
    public void code(PurchaseInvoiceId id, @Nullable CodingDraft draft) {
        throw new UnsupportedOperationException();
    }
}
