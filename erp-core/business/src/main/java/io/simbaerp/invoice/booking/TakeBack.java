package io.simbaerp.invoice.booking;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.OpenItems;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.tax.ReverseVatRegister;
import io.simbaerp.tax.VatRegister;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes an invoice out of the books again: every entry made of it, its rows in the VAT register, what it owes. */
@Component
public class TakeBack {

    private final JournalEntries entries;
    private final OpenItems openItems;
    private final ReverseJournalEntry reverseJournalEntry;
    private final VatRegister vatRegister;
    private final ReverseVatRegister reverseVatRegister;
    private final ReversalRecord record;

    TakeBack(
            JournalEntries entries,
            OpenItems openItems,
            ReverseJournalEntry reverseJournalEntry,
            VatRegister vatRegister,
            ReverseVatRegister reverseVatRegister,
            ReversalRecord record) {
        this.entries = entries;
        this.openItems = openItems;
        this.reverseJournalEntry = reverseJournalEntry;
        this.vatRegister = vatRegister;
        this.reverseVatRegister = reverseVatRegister;
        this.record = record;
    }

    /** The entries of the invoice that still stand, the latest first: a deduction of tax before the posting itself. */
    public List<JournalEntryDetails> standing(InvoiceDetails details) {
        List<JournalEntryDetails> standing = new ArrayList<>(entries.ofDocument(details.documentId()).stream()
                .filter(entry -> entry.reversalOf() == null && entry.reversedBy() == null)
                .toList());
        Collections.reverse(standing);
        return standing;
    }

    /**
     * Takes everything back and remembers why. What somebody reversed before by hand stays reversed as it is.
     *
     * @throws Conflict invoice.reversal-settled if something of it was paid, and what reversing an entry refuses
     */
    public void takeBack(InvoiceDetails details, ReversalTerms terms) {
        List<JournalEntryDetails> standing = standing(details);
        standing.forEach(entry -> requireUnpaid(details, entry));
        standing.forEach(entry -> reverseJournalEntry.reverse(
                entry.id(), terms.kind(), terms.postingDate(), terms.periodCode(), terms.reason()));
        vatRegister
                .standingPostings(details.documentId())
                .forEach(posting -> reverseVatRegister.reverse(posting, "reversal of " + posting));
        record.write(details, reversalOf(details.journalEntryId()), terms.reason());
    }

    private void requireUnpaid(InvoiceDetails details, JournalEntryDetails entry) {
        for (OpenItems.OpenItemView item : openItems.ofEntry(entry.id())) {
            if (item.remaining().compareTo(item.amount()) != 0) {
                String by = openItems.allocations(item.id()).stream()
                        .filter(OpenItems.AllocationView::standing)
                        .map(OpenItems.AllocationView::otherName)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("-");
                throw new Conflict(
                        "invoice.reversal-settled",
                        details.number(),
                        item.amount().minus(item.remaining()),
                        by);
            }
        }
    }

    private @Nullable UUID reversalOf(@Nullable UUID entry) {
        if (entry == null) {
            return null;
        }
        return entries.byId(new JournalEntryId(entry))
                .map(JournalEntryDetails::reversedBy)
                .map(reversal -> reversal.id().value())
                .orElse(null);
    }
}
