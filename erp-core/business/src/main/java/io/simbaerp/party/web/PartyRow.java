package io.simbaerp.party.web;

import io.simbaerp.party.PartyView;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A party in a list. */
record PartyRow(
        UUID id,
        String name,
        @Nullable String taxId,
        String place,
        boolean supplier,
        boolean customer,
        int accounts,
        int unconfirmed) {

    static PartyRow of(PartyView party) {
        return new PartyRow(
                party.id().value(),
                party.name(),
                party.taxId(),
                place(party),
                party.supplier(),
                party.customer(),
                party.accounts().size(),
                (int) party.accounts().stream()
                        .filter(account -> !account.confirmed())
                        .count());
    }

    static String place(PartyView party) {
        return Stream.of(party.address().postalCode(), party.address().city(), party.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
