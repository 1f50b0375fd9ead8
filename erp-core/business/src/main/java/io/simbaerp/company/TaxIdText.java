package io.simbaerp.company;

import java.util.Locale;

/** A tax id as people write it, brought to the one form in which ids are compared. */
public final class TaxIdText {

    private TaxIdText() {}

    /** Upper case without spaces, dots and dashes, and without a leading PL: {@code PL 999-004-56-72} is 9990045672. */
    public static String digits(String taxId) {
        String bare = taxId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return bare.matches("PL\\d{10}") ? bare.substring(2) : bare;
    }
}
