package io.simbaerp.invoice.received;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a line charges for (BG-31).
 *
 * @param name BT-153
 * @param description BT-154
 * @param sellerIdentifier BT-155
 * @param buyerIdentifier BT-156
 * @param standardIdentifier BT-157: such as a GTIN
 * @param classifications BT-158: such as CPV or CN codes
 * @param originCountry BT-159
 * @param attributes BG-32
 */
public record InvoiceItem(
        @Nullable String name,
        @Nullable String description,
        @Nullable String sellerIdentifier,
        @Nullable String buyerIdentifier,
        @Nullable Identifier standardIdentifier,
        List<Identifier> classifications,
        @Nullable String originCountry,
        List<Attribute> attributes) {

    public InvoiceItem {
        classifications = List.copyOf(classifications);
        attributes = List.copyOf(attributes);
    }

    /**
     * A property of the item (BG-32).
     *
     * @param name BT-160
     * @param value BT-161
     */
    public record Attribute(@Nullable String name, @Nullable String value) {}
}
