package io.simbaerp.party;

/** The Polish tax id (NIP): nine digits and a check digit. A wrong one is a warning, since old registers hold some. */
public final class PolishTaxId {

    private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    private PolishTaxId() {}

    /** Whether ten digits carry the right check digit. */
    public static boolean isValid(String number) {
        if (!number.matches("\\d{10}")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += WEIGHTS[place] * Character.digit(number.charAt(place), 10);
        }
        return sum % 11 == Character.digit(number.charAt(9), 10);
    }
}
