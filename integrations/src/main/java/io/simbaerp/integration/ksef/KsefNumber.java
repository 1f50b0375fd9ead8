package io.simbaerp.integration.ksef;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The number KSeF gives an invoice: NIP, day, twelve hexadecimal digits, check sum. */
public final class KsefNumber {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{10}-[0-9]{8}-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}");
    private static final int POLYNOMIAL = 0x07;
    private static final int CHECKED = 32;
    private static final int LENGTH = 35;

    private KsefNumber() {}

    /**
     * The number for an invoice of a seller.
     *
     * @param technical twelve hexadecimal digits
     */
    public static String of(String taxId, LocalDate assigned, String technical) {
        String checked = taxId + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(assigned) + "-" + technical;
        return "%s-%02X".formatted(checked, checkSum(checked));
    }

    /** Whether it has the form, and in the form of KSeF 2.0 the right check sum (CRC-8 of the characters before it). */
    static boolean isValid(String number) {
        if (!FORM.matcher(number).matches()) {
            return false;
        }
        return number.length() != LENGTH
                || Integer.parseInt(number.substring(LENGTH - 2), 16) == checkSum(number.substring(0, CHECKED));
    }

    private static int checkSum(String text) {
        int sum = 0;
        for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
            sum ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 0x80) == 0 ? sum << 1 : sum << 1 ^ POLYNOMIAL;
                sum &= 0xFF;
            }
        }
        return sum;
    }
}
