package io.simbaerp.tax;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row for the VAT register, in the company's currency.
 *
 * @param deductibleTax the part of the tax that may be deducted; equal to the tax or nil for output rows
 * @param vatPeriod such as {@code 2026-11}; null while deduction waits for payment
 * @param ksefNumber the document's number in KSeF, if it has one
 * @param partyId the supplier or customer
 * @param documentNumber the number the issuer gave the document
 * @param documentDate the document's date of issue
 * @param postingKey the key of the journal entry it is written with; when that is reversed, the row is reversed too
 */
public record VatRegisterRowDraft(
        UUID documentId,
        VatDirection direction,
        String taxCode,
        Money base,
        Money tax,
        Money deductibleTax,
        @Nullable String vatPeriod,
        @Nullable String ksefNumber,
        UUID partyId,
        String documentNumber,
        LocalDate documentDate,
        String postingKey) {}
