package io.simbaerp.invoice.coding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that stands in the books, and how it was coded.
 *
 * @param number of its invoice
 * @param item BT-155: the supplier's own number of the item
 */
public record PostedLine(
        UUID documentId,
        String number,
        LocalDate issueDate,
        LineText text,
        @Nullable String item,
        @Nullable String category,
        @Nullable BigDecimal rate,
        String account,
        @Nullable String costCentre,
        Map<String, String> dimensions,
        String taxCode) {

    /** Whether both went to the same account, cost centre and dimensions with the same VAT code. */
    boolean isCodedLike(PostedLine other) {
        return account.equals(other.account)
                && Objects.equals(costCentre, other.costCentre)
                && dimensions.equals(other.dimensions)
                && taxCode.equals(other.taxCode);
    }
}
