package io.simbaerp.party;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business partner as others see it.
 *
 * @param taxId the first of its tax ids, in the form in which ids are compared
 * @param taxIds all of them
 * @param approved whether it may be paid: not while it is proposed as a supplier, returned, refused or withdrawn
 */
public record PartyView(
        PartyId id,
        String name,
        String country,
        @Nullable String taxId,
        Address address,
        List<PartyAccount> accounts,
        boolean supplier,
        boolean customer,
        int version,
        List<String> taxIds,
        boolean approved) {}
