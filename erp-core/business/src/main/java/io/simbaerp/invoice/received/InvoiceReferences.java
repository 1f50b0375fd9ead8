package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * What the invoice refers to on the buyer's and the seller's side.
 *
 * @param buyerReference BT-10: who ordered, for routing
 * @param project BT-11
 * @param contract BT-12
 * @param purchaseOrder BT-13
 * @param salesOrder BT-14
 * @param receivingAdvice BT-15
 * @param despatchAdvice BT-16
 * @param tenderOrLot BT-17
 * @param invoicedObject BT-18: such as a meter or subscription number
 * @param buyerAccounting BT-19: where the buyer wants it booked
 */
public record InvoiceReferences(
        @Nullable String buyerReference,
        @Nullable String project,
        @Nullable String contract,
        @Nullable String purchaseOrder,
        @Nullable String salesOrder,
        @Nullable String receivingAdvice,
        @Nullable String despatchAdvice,
        @Nullable String tenderOrLot,
        @Nullable Identifier invoicedObject,
        @Nullable String buyerAccounting) {}
