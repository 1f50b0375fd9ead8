package io.simbaerp.invoice.web;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person needs to answer a question about an invoice. Each question shows its own part. */
record QuestionPage(
        Who buyer,
        Who company,
        Who seller,
        @Nullable String account,
        Compared present,
        List<Compared> likenesses,
        String currency,
        LocalDate ledgerRateBefore,
        LocalDate vatRateBefore) {

    /** A party as a document or our books name it. */
    record Who(
            @Nullable String name,
            List<String> lines,
            @Nullable String taxId) {}

    /**
     * An invoice beside another.
     *
     * @param exact whether supplier, kind, number and date are all the same
     */
    record Compared(
            @Nullable UUID documentId,
            String number,
            LocalDate issueDate,
            LocalDate receivedOn,
            Money gross,
            boolean exact,
            boolean sameNumber) {}
}
