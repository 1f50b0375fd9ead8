package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * Who is to be paid when it is not the seller, such as a factor (BG-10).
 *
 * @param name BT-59
 * @param identifier BT-60
 * @param legalRegistration BT-61
 */
public record Payee(
        @Nullable String name,
        @Nullable Identifier identifier,
        @Nullable Identifier legalRegistration) {}
