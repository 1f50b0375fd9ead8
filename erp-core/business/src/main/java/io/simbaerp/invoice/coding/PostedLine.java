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
 * @param key which part of the invoice it was, as {@link CodableLine} says
 * @param item BT-155: the supplier's own number of the item
 */
public record PostedLine(
        UUID documentId,
        String number,
        LocalDate issueDate,
        String key,
        LineText text,
        @Nullable String item,
        @Nullable String category,
        @Nullable BigDecimal rate,
        String account,
        @Nullable String costCentre,
        Map<String, String> dimensions,
        String taxCode) {

    /** Whether it stood in the same place as this one: a line, a row of the breakdown, a charge of the document, and so on. */
    boolean standsLike(CodableLine line) {
        return place(key).equals(place(line.key()));
    }

    private static String place(String key) {
        return key.replaceAll("\\d+$", "");
    }

    /** Whether both went to the same account, cost centre and dimensions with the same VAT code. */
    boolean isCodedLike(PostedLine other) {
        return account.equals(other.account)
                && Objects.equals(costCentre, other.costCentre)
                && dimensions.equals(other.dimensions)
                && taxCode.equals(other.taxCode);
    }
}
