package io.simbaerp.money;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The international bank account number (ISO 13616): its one form and its check digits. */
public final class Iban {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private Iban() {}

    /**
     * The number without spaces, if its check digits are right. 26 digits alone are taken as a Polish account.
     */
    public static Optional<String> parse(String entered) {
        String bare = entered.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String iban = bare.matches("\\d{26}") ? "PL" + bare : bare;
        boolean right = iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")
                && (!iban.startsWith("PL") || iban.matches("PL\\d{26}"))
                && remainder(iban) == 1;
        return right ? Optional.of(iban) : Optional.empty();
    }

    /** In groups of four, as people read it. */
    public static String grouped(String iban) {
        return iban.replaceAll("(.{4})(?=.)", "$1\u00a0");
    }

    private static int remainder(String iban) {
        String turned = iban.substring(4) + iban.substring(0, 4);
        StringBuilder digits = new StringBuilder();
        turned.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
    }
}
