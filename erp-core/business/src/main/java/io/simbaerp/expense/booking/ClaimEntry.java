package io.simbaerp.expense.booking;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.util.List;

/** What a claim is in the books: one entry, and the tax of its invoices in the VAT register. */
public record ClaimEntry(JournalEntryDraft entry, List<VatRegisterRowDraft> register) {

    public ClaimEntry {
        register = List.copyOf(register);
    }
}
