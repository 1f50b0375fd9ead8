package io.simbaerp.invoice.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An unknown supplier as it can be taken in, and which of our parties it might be.
 *
 * @param account where it wants to be paid
 * @param chosen the party a person has chosen, or the likeliest
 */
record SupplierPage(
        Fields fields,
        @Nullable String account,
        List<Suggestion> suggestions,
        @Nullable String chosen) {

    /** What can be corrected before it is taken in. */
    record Fields(
            @Nullable String name,
            @Nullable String taxIds,
            @Nullable String street,
            @Nullable String additional,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String subdivision,
            @Nullable String country) {}

    /**
     * One of our parties.
     *
     * @param reasons what speaks for it, as message keys
     */
    record Suggestion(
            UUID partyId,
            String name,
            @Nullable String taxId,
            @Nullable String city,
            List<String> reasons) {}
}
