package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about the invoice: BG-6 at the seller, BG-9 at the buyer.
 *
 * @param name BT-41, BT-56: person or department
 * @param telephone BT-42, BT-57
 * @param email BT-43, BT-58
 */
public record ContactPerson(
        @Nullable String name,
        @Nullable String telephone,
        @Nullable String email) {}
