package io.simbaerp.party.web;

import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A party as it stands in the form. */
record PartyForm(
        @Nullable UUID id,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String taxIds,
        @Nullable String street,
        @Nullable String additional,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String subdivision,
        @Nullable String country,
        @Nullable Boolean supplier,
        @Nullable Boolean customer) {

    static PartyForm empty() {
        return new PartyForm(null, null, "", "", "", "", "", "", "", "PL", true, false);
    }

    static PartyForm of(PartyView party) {
        Address address = party.address();
        return new PartyForm(
                party.id().value(),
                party.version(),
                party.name(),
                String.join(", ", party.taxIds()),
                address.street(),
                address.additional(),
                address.postalCode(),
                address.city(),
                address.subdivision(),
                address.country(),
                party.supplier(),
                party.customer());
    }

    /** The same for the party of the address, whatever the form said. */
    PartyForm of(UUID party) {
        return new PartyForm(
                party,
                version,
                name,
                taxIds,
                street,
                additional,
                postalCode,
                city,
                subdivision,
                country,
                supplier,
                customer);
    }

    /** The same entries, to be saved over what is there by now. */
    PartyForm over(PartyView present) {
        return new PartyForm(
                id,
                present.version(),
                name,
                taxIds,
                street,
                additional,
                postalCode,
                city,
                subdivision,
                country,
                supplier,
                customer);
    }

    PartyDraft draft() {
        return new PartyDraft(
                nameOrEmpty(),
                List.of(Objects.requireNonNullElse(taxIds, "").split("[,;]")),
                new Address(street, additional, postalCode, city, subdivision, Objects.requireNonNullElse(country, "")),
                Boolean.TRUE.equals(supplier),
                Boolean.TRUE.equals(customer));
    }

    String nameOrEmpty() {
        return Objects.requireNonNullElse(name, "");
    }

    int versionOrZero() {
        return Objects.requireNonNullElse(version, 0);
    }
}
