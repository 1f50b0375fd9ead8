package io.simbaerp.invoice.registration;

import io.simbaerp.company.TaxIdText;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.Seller;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who the supplier is, by what the invoice states. */
public final class SupplierKey {

    private SupplierKey() {}

    /** BT-31, else BT-32, as written. */
    public static Optional<String> taxId(Seller seller) {
        return Stream.of(seller.vatIdentifier(), seller.taxRegistration())
                .filter(Objects::nonNull)
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    /** By what suppliers are told apart: the tax id in its comparable form, or the name of one that states none. */
    public static String of(Seller seller) {
        return taxId(seller)
                .map(TaxIdText::digits)
                .filter(digits -> !digits.isEmpty())
                .orElseGet(() -> "name:"
                        + Objects.requireNonNullElse(seller.name(), "")
                                .strip()
                                .replaceAll("\\s+", " ")
                                .toLowerCase(Locale.ROOT));
    }

    /** Where the supplier is established, as two letters: by address, else by the prefix of its VAT id. */
    public static Optional<String> country(Seller seller) {
        PostalAddress address = seller.address();
        return Stream.of(address == null ? null : address.country(), prefix(seller.vatIdentifier()))
                .filter(Objects::nonNull)
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .map(code -> code.equals("EL") ? "GR" : code)
                .filter(code -> Arrays.asList(Locale.getISOCountries()).contains(code))
                .findFirst();
    }

    private static @Nullable String prefix(@Nullable String vatIdentifier) {
        return vatIdentifier != null && vatIdentifier.matches("(?i)[A-Z]{2}.+") ? vatIdentifier.substring(0, 2) : null;
    }
}
