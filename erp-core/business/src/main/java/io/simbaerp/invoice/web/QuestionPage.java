package io.simbaerp.invoice.web;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person needs to answer a question about an invoice. Each question shows its own part. */
record QuestionPage(
        Who buyer,
        Who company,
        Who seller,
        @Nullable String payee,
        List<String> payeeIds,
        @Nullable String account,
        Present present,
        List<Compared> likenesses,
        String currency,
        LocalDate ledgerRateBefore,
        LocalDate vatRateBefore) {

    /** A party as a document or our books name it. */
    record Who(
            @Nullable String name,
            List<String> lines,
            @Nullable String taxId) {}

    /** The invoice the question is about. */
    record Present(String number, LocalDate issueDate, LocalDate receivedOn, Money gross) {}

    /**
     * An invoice beside another.
     *
     * @param document the number of its document
     * @param reason why it is shown
     * @param exact whether only a mistake could make it another invoice
     * @param agrees what is the same, as {@link io.simbaerp.invoice.duplicate.Likeness.Agreement} names it
     * @param state how far it has come
     */
    record Compared(
            UUID documentId,
            String document,
            String number,
            LocalDate issueDate,
            LocalDate receivedOn,
            Money gross,
            String reason,
            boolean exact,
            Set<String> agrees,
            String state) {}
}
