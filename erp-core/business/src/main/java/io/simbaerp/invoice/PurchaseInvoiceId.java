package io.simbaerp.invoice;

import java.util.UUID;

/** The id of a purchase invoice, which is also the business key of its process. */
public record PurchaseInvoiceId(UUID value) {

    public static PurchaseInvoiceId of(String text) {
        return new PurchaseInvoiceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
