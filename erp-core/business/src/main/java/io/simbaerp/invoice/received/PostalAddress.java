package io.simbaerp.invoice.received;

import org.jspecify.annotations.Nullable;

/**
 * An address as the invoice states it: BG-5 of the seller, BG-8 of the buyer, BG-12 of the tax representative, BG-15 of
 * the place of delivery.
 *
 * @param line1 BT-35, BT-50, BT-64, BT-75: usually street and number
 * @param line2 BT-36, BT-51, BT-65, BT-76
 * @param line3 BT-162, BT-163, BT-164, BT-165
 * @param city BT-37, BT-52, BT-66, BT-77
 * @param postCode BT-38, BT-53, BT-67, BT-78
 * @param subdivision BT-39, BT-54, BT-68, BT-79: region, province
 * @param country BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2
 */
public record PostalAddress(
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String line3,
        @Nullable String city,
        @Nullable String postCode,
        @Nullable String subdivision,
        @Nullable String country) {}
