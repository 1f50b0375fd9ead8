package io.simbaerp.party.web;

import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A business partner as a client sends it. */
record PartyEntry(
        @Nullable String name,
        @Nullable List<String> taxIds,
        @Nullable AddressEntry address,
        @Nullable Boolean supplier,
        @Nullable Boolean customer,
        @Nullable Integer version) {

    /** An address as a client sends it. */
    record AddressEntry(
            @Nullable String street,
            @Nullable String additional,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String subdivision,
            @Nullable String country) {

        Address address() {
            return new Address(street, additional, postalCode, city, subdivision, country == null ? "" : country);
        }
    }

    PartyDraft draft() {
        return new PartyDraft(
                name == null ? "" : name,
                taxIds == null ? List.of() : taxIds,
                address == null ? new Address(null, null, null, null, null, "") : address.address(),
                Boolean.TRUE.equals(supplier),
                Boolean.TRUE.equals(customer));
    }
}
