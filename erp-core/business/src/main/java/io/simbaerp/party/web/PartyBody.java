package io.simbaerp.party.web;

import io.simbaerp.party.Address;
import io.simbaerp.party.PartyAccount;
import io.simbaerp.party.PartyView;
import java.util.List;
import java.util.UUID;

/**
 * A business partner in REST.
 *
 * @param approved whether it may be paid; how its approval stands is told at {@code /creation}
 */
record PartyBody(
        UUID id,
        String name,
        List<String> taxIds,
        Address address,
        boolean supplier,
        boolean customer,
        List<PartyAccount> accounts,
        int version,
        boolean approved) {

    static PartyBody of(PartyView party) {
        return new PartyBody(
                party.id().value(),
                party.name(),
                party.taxIds(),
                party.address(),
                party.supplier(),
                party.customer(),
                party.accounts(),
                party.version(),
                party.approved());
    }
}
