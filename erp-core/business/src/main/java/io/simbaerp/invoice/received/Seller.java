package io.simbaerp.invoice.received;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who supplied and claims the money (BG-4).
 *
 * @param name BT-27: the full formal name
 * @param tradingName BT-28: the name it is known by, if another
 * @param identifiers BT-29
 * @param legalRegistration BT-30: number in the official register
 * @param vatIdentifier BT-31: with country prefix, such as PL5260250274
 * @param taxRegistration BT-32: local tax number where there is no VAT identifier
 * @param legalInformation BT-33: such as share capital
 * @param electronicAddress BT-34
 * @param address BG-5
 * @param contact BG-6
 */
public record Seller(
        @Nullable String name,
        @Nullable String tradingName,
        List<Identifier> identifiers,
        @Nullable Identifier legalRegistration,
        @Nullable String vatIdentifier,
        @Nullable String taxRegistration,
        @Nullable String legalInformation,
        @Nullable Identifier electronicAddress,
        @Nullable PostalAddress address,
        @Nullable ContactPerson contact) {

    public Seller {
        identifiers = List.copyOf(identifiers);
    }
}
