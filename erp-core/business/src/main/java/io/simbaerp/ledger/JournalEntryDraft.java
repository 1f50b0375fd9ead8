package io.simbaerp.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be posted.
 *
 * @param journal the journal's code, such as {@code ZK}
 * @param operationDate the day of the economic operation (JPK_KR_PD D_6)
 * @param documentDate the date on the document (D_7)
 * @param postingDate the day under which it stands in the books; the day of recording (D_8) is the clock's
 * @param periodCode the fiscal period, named explicitly, such as {@code 2026-11}; the posting date lies in it
 * @param narration what it is about, in a sentence
 * @param documentId the document it was made from
 * @param documentNumber the number its issuer gave that document (D_4)
 * @param approvalReference who or what allowed it, such as the content hash that was approved
 * @param idempotencyKey chosen by the caller; the same key never posts twice
 */
public record JournalEntryDraft(
        String journal,
        LocalDate operationDate,
        LocalDate documentDate,
        LocalDate postingDate,
        String periodCode,
        EntryKind kind,
        String narration,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        @Nullable String approvalReference,
        String idempotencyKey,
        List<LineDraft> lines) {

    public JournalEntryDraft {
        lines = List.copyOf(lines);
    }

    /** A draft whose document has no number of its own. */
    public JournalEntryDraft(
            String journal,
            LocalDate operationDate,
            LocalDate documentDate,
            LocalDate postingDate,
            String periodCode,
            EntryKind kind,
            String narration,
            @Nullable UUID documentId,
            @Nullable String approvalReference,
            String idempotencyKey,
            List<LineDraft> lines) {
        this(
                journal,
                operationDate,
                documentDate,
                postingDate,
                periodCode,
                kind,
                narration,
                documentId,
                null,
                approvalReference,
                idempotencyKey,
                lines);
    }

    /** The same entry with other lines. */
    public JournalEntryDraft withLines(List<LineDraft> others) {
        return new JournalEntryDraft(
                journal,
                operationDate,
                documentDate,
                postingDate,
                periodCode,
                kind,
                narration,
                documentId,
                documentNumber,
                approvalReference,
                idempotencyKey,
                others);
    }
}
