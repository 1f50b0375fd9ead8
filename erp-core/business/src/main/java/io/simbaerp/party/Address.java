package io.simbaerp.party;

import org.jspecify.annotations.Nullable;

/**
 * A structured postal address, as EN 16931 (BG-5) and payment messages ask for it.
 *
 * @param street with the house number
 * @param additional what else leads there, such as a floor
 * @param subdivision region, state or province
 * @param country ISO 3166-1, two letters
 */
public record Address(
        @Nullable String street,
        @Nullable String additional,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String subdivision,
        String country) {}
