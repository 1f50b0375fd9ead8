package io.simbaerp.invoice.booking;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.MoveDocument;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.posting.Posting;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an invoice into the books. */
@Component
public class Bookkeeping {

    private final PostingPlan plan;
    private final PostJournalEntry postJournalEntry;
    private final RecordVatRegister recordVatRegister;
    private final MoveDocument moveDocument;
    private final DeferredVat deferredVat;
    private final ReversedPostings reversedPostings;

    Bookkeeping(
            PostingPlan plan,
            PostJournalEntry postJournalEntry,
            RecordVatRegister recordVatRegister,
            MoveDocument moveDocument,
            DeferredVat deferredVat,
            ReversedPostings reversedPostings) {
        this.plan = plan;
        this.postJournalEntry = postJournalEntry;
        this.recordVatRegister = recordVatRegister;
        this.moveDocument = moveDocument;
        this.deferredVat = deferredVat;
        this.reversedPostings = reversedPostings;
    }

    /** @return the entry; nothing for a document that moves no money at all */
    public Optional<JournalEntryId> book(InvoiceDetails details, String approvedHash) {
        Posting posting = plan.of(details);
        String key = key(details);
        UUID supplier = Objects.requireNonNull(details.supplierId(), "questions are answered before coding");
        Set<String> owedByUs = posting.rows().stream()
                .filter(row -> row.direction() == VatDirection.OUTPUT)
                .map(Posting.RegisterRow::taxCode)
                .collect(Collectors.toSet());
        List<VatRegisterRowDraft> rows = posting.rows().stream()
                .filter(row -> !row.base().isZero() || !row.tax().isZero())
                .map(row -> registerRow(
                        key,
                        details,
                        supplier,
                        row,
                        owedByUs.contains(row.taxCode()) ? VatPeriod.ofTaxPoint(details.dates()) : details.vatPeriod()))
                .toList();
        if (!rows.isEmpty()) {
            recordVatRegister.record(rows);
        }
        moveDocument.to(new DocumentId(details.documentId()), DocumentState.POSTED);
        if (posting.lines().isEmpty()) {
            return Optional.empty();
        }
        JournalEntryId entry = postJournalEntry.post(entry(key, details, posting, approvedHash));
        if (details.vatPeriod() != null && VatPeriod.isDeferred(details.vatPeriod(), postingDate(details))) {
            deferredVat.moveWhenDue(details);
        }
        return Optional.of(entry);
    }

    private static LocalDate postingDate(InvoiceDetails details) {
        return Objects.requireNonNull(details.postingDate());
    }

    private JournalEntryDraft entry(String key, InvoiceDetails details, Posting posting, String approvedHash) {
        return new JournalEntryDraft(
                plan.journal(),
                details.dates().operation(),
                details.dates().issue(),
                postingDate(details),
                Objects.requireNonNull(details.fiscalPeriod()),
                posting.kind(),
                details.number() + ", " + details.supplierName(),
                details.documentId(),
                details.number(),
                approvedHash,
                key,
                posting.lines());
    }

    private static VatRegisterRowDraft registerRow(
            String key, InvoiceDetails details, UUID supplier, Posting.RegisterRow row, @Nullable String vatPeriod) {
        return new VatRegisterRowDraft(
                details.documentId(),
                row.direction(),
                row.taxCode(),
                row.base(),
                row.tax(),
                row.deductibleTax(),
                vatPeriod,
                details.ksefNumber(),
                supplier,
                details.number(),
                details.dates().issue(),
                key);
    }

    /** Every posting of an invoice has its own. */
    private String key(InvoiceDetails details) {
        int before = reversedPostings.of(details.id()).size();
        return "purchase-invoice:" + details.id() + (before == 0 ? "" : ":" + (before + 1));
    }
}
