package io.simbaerp.invoice.registration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A supplier's invoice number in the form in which numbers are compared. */
public final class InvoiceNumber {

    private static final Pattern RUN = Pattern.compile("\\p{L}+|\\p{Nd}+");

    private InvoiceNumber() {}

    /**
     * Its runs of letters and of digits, in upper case and without leading zeros: {@code FV 2026-11-0417} and
     * {@code fv/2026/11/417} are both {@code FV/2026/11/417}. A number without either stays as it is.
     */
    public static String normalised(String number) {
        Matcher runs =
                RUN.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        StringBuilder key = new StringBuilder();
        while (runs.find()) {
            String run = runs.group().replaceFirst("^0+(?=.)", "");
            key.append(key.isEmpty() ? "" : "/").append(run);
        }
        return key.isEmpty() ? number.strip() : key.toString();
    }
}
