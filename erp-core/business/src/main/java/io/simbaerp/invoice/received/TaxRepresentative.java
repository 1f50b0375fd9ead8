package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * Who owes the VAT in the seller's place (BG-11).
 *
 * @param name BT-62
 * @param vatIdentifier BT-63
 * @param address BG-12
 */
public record TaxRepresentative(
        @Nullable String name,
        @Nullable String vatIdentifier,
        @Nullable PostalAddress address) {}
