package io.simbaerp.expense;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.expense.reckoning.Drive;
import io.simbaerp.expense.reckoning.Trip;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line as somebody enters it. Of a drive or a trip the amount is reckoned and none is given.
 *
 * @param category its code; says whether it is an expense, a drive or a trip
 * @param merchant who was paid
 * @param merchantTaxId theirs, where the receipt is an invoice
 * @param documentNumber of the invoice, where it is one: without it no tax is deducted
 * @param gross with tax, in the currency of the receipt; nothing for a drive or a trip
 * @param costCentre nothing for the claim's
 * @param receipt the hash of a receipt that was kept with the claim and takes the place of the one of before; nothing leaves
 *     that one
 * @param noReceiptReason why there is none
 */
public record LineDraft(
        LocalDate spentOn,
        String category,
        String description,
        @Nullable String merchant,
        @Nullable String merchantTaxId,
        @Nullable String documentNumber,
        @Nullable Money gross,
        PaidBy paidBy,
        @Nullable String costCentre,
        @Nullable String receipt,
        @Nullable String noReceiptReason,
        @Nullable Drive drive,
        @Nullable Trip trip) {

    private static final int LONGEST = 300;
    private static final int LONGEST_NUMBER = 60;

    /** Whose money it was. */
    public enum PaidBy {
        /** The employee's own: it is paid back. */
        OWN,
        /** The company's, by its card. */
        CARD
    }

    /**
     * Valid in shape.
     *
     * @throws RuleViolation of expense: category-unknown, description-missing, text-too-long, amount-wrong
     */
    public LineDraft {
        category = category.strip();
        description = description.strip();
        merchant = stripped(merchant, "merchant", LONGEST);
        merchantTaxId = stripped(merchantTaxId, "merchantTaxId", LONGEST_NUMBER);
        documentNumber = stripped(documentNumber, "documentNumber", LONGEST_NUMBER);
        costCentre = stripped(costCentre, "costCentre", LONGEST_NUMBER);
        noReceiptReason = stripped(noReceiptReason, "noReceiptReason", LONGEST);
        if (description.isEmpty() || description.length() > LONGEST) {
            throw RuleViolation.ofField("description", "expense.description-missing", LONGEST);
        }
        if (gross != null && (gross.amount().signum() <= 0 || gross.compareTo(gross.rounded()) != 0)) {
            throw RuleViolation.ofField("gross", "expense.amount-wrong", gross);
        }
    }

    private static @Nullable String stripped(@Nullable String text, String field, int longest) {
        String stripped = text == null || text.isBlank() ? null : text.strip();
        if (stripped != null && stripped.length() > longest) {
            throw RuleViolation.ofField(field, "expense.text-too-long", longest);
        }
        return stripped;
    }
}
