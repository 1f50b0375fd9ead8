package io.simbaerp.integration.ksef;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** A bank account as an FA states it: 26 digits of a Polish account, or an IBAN. Others cannot be checked. */
final class AccountNumber {

    private static final Pattern POLISH = Pattern.compile("[0-9]{26}");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private AccountNumber() {}

    /** Whether its check digits are right, or it has none we know. */
    static boolean isPlausible(String number) {
        String bare = number.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        String iban = POLISH.matcher(bare).matches() ? "PL" + bare : bare;
        return !IBAN.matcher(iban).matches() || remainder(iban) == 1;
    }

    private static int remainder(String iban) {
        StringBuilder digits = new StringBuilder();
        for (char character : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            digits.append(Character.digit(character, 36));
        }
        return new BigInteger(digits.toString()).mod(MODULUS).intValue();
    }
}
