package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * Whom the invoice is addressed to (BG-7).
 *
 * @param name BT-44: the full name
 * @param tradingName BT-45: the name it is known by, if another
 * @param identifier BT-46
 * @param legalRegistration BT-47: number in the official register
 * @param vatIdentifier BT-48: with country prefix
 * @param electronicAddress BT-49
 * @param address BG-8
 * @param contact BG-9
 */
public record Buyer(
        @Nullable String name,
        @Nullable String tradingName,
        @Nullable Identifier identifier,
        @Nullable Identifier legalRegistration,
        @Nullable String vatIdentifier,
        @Nullable Identifier electronicAddress,
        @Nullable PostalAddress address,
        @Nullable ContactPerson contact) {}
