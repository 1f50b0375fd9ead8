package io.simbaerp.tax;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row for the VAT register, in the company's currency.
 *
 * @param documentId null for an entry by hand without a document
 * @param deductibleTax the part of the tax that may be deducted; equal to the tax or nil for output rows
 * @param vatPeriod such as {@code 2026-11}; null while deduction waits for payment
 * @param ksefNumber the document's number in KSeF, if it has one
 * @param partyId the supplier or customer; null where an entry by hand names none
 * @param documentNumber the number the issuer gave the document
 * @param documentDate the document's date of issue
 * @param postingKey the key of the journal entry it is written with; when that is reversed, the row is reversed too
 */
public record VatRegisterRowDraft(
        @Nullable UUID documentId,
        VatDirection direction,
        String taxCode,
        Money base,
        Money tax,
        Money deductibleTax,
        @Nullable String vatPeriod,
        @Nullable String ksefNumber,
        @Nullable UUID partyId,
        String documentNumber,
        LocalDate documentDate,
        String postingKey) {

    /** @throws RuleViolation vat-register.deductible-exceeds-tax */
    public void requireDeductibleWithinTax() {
        boolean opposite = tax.amount().signum() * deductibleTax.amount().signum() < 0;
        boolean more = deductibleTax.amount().abs().compareTo(tax.amount().abs()) > 0;
        if (opposite || more) {
            throw new RuleViolation("vat-register.deductible-exceeds-tax", deductibleTax, tax);
        }
    }
}
