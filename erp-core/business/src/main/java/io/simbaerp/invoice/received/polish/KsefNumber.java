package io.simbaerp.invoice.received.polish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number KSeF gives an invoice: the seller's NIP (or what stands for it, three letters and seven digits, or M and nine
 * digits), the day, twelve hexadecimal digits, check sum; the type {@code TNumerKSeF} of FA(3).
 */
public final class KsefNumber {

    private static final Pattern FORM = Pattern.compile(
            "(?:[1-9](?:\\d[1-9]|[1-9]\\d)\\d{7}|M\\d{9}|[A-Z]{3}\\d{7})-(\\d{8})-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}");
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
    public static boolean isValid(String number) {
        return assignedOn(number).isPresent() && hasRightCheckSum(number);
    }

    /** The day the number was assigned; nothing if it hasn't the form of one, whatever its check sum. */
    public static Optional<LocalDate> assignedOn(String number) {
        Matcher parts = FORM.matcher(number);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts.group(1), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The form of KSeF 1.0, longer by a hyphen, has a sum of its own that nobody describes. */
    private static boolean hasRightCheckSum(String number) {
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
