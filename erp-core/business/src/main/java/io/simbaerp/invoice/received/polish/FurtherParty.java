package io.simbaerp.invoice.received.polish;

import io.simbaerp.invoice.received.PostalAddress;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody besides seller and buyer, or one of them as an original named it.
 *
 * @param role FACTOR, RECIPIENT, ORIGINAL_ENTITY, ADDITIONAL_BUYER, ISSUER, PAYER, LOCAL_GOVERNMENT_ISSUER,
 *     LOCAL_GOVERNMENT_RECIPIENT, VAT_GROUP_ISSUER, VAT_GROUP_RECIPIENT, EMPLOYEE, OTHER; of an authorised entity
 *     ENFORCEMENT_AUTHORITY, BAILIFF, TAX_REPRESENTATIVE; SELLER or BUYER for how an original named them
 * @param roleText OpisRoli, for OTHER
 * @param taxId NIP, EU VAT number or another number, with the country's prefix where there is one
 * @param share Udzial: an additional buyer's percentage
 * @param customerNumber NrKlienta
 */
public record FurtherParty(
        Role role,
        @Nullable String roleText,
        @Nullable String name,
        @Nullable String taxId,
        @Nullable PostalAddress address,
        @Nullable BigDecimal share,
        @Nullable String customerNumber) {

    /** What it has to do with the invoice. */
    public enum Role {
        FACTOR,
        RECIPIENT,
        ORIGINAL_ENTITY,
        ADDITIONAL_BUYER,
        ISSUER,
        PAYER,
        LOCAL_GOVERNMENT_ISSUER,
        LOCAL_GOVERNMENT_RECIPIENT,
        VAT_GROUP_ISSUER,
        VAT_GROUP_RECIPIENT,
        EMPLOYEE,
        OTHER,
        ENFORCEMENT_AUTHORITY,
        BAILIFF,
        TAX_REPRESENTATIVE,
        SELLER,
        BUYER
    }
}
