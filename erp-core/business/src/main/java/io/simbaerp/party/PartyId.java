package io.simbaerp.party;

import java.util.UUID;

/** Which business partner is meant. */
public record PartyId(UUID value) {

    public static PartyId of(String text) {
        return new PartyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
