package io.simbaerp.integration.ksef;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rates of FA (P_12) and its totals by rate (P_13, P_14) mean in the terms of EN 16931. */
final class FaRates {

    private static final Map<String, String> WORDS = Map.of(
            "0", "Z",
            "0 KR", "Z",
            "0 WDT", "K",
            "0 EX", "G",
            "zw", "E",
            "oo", "AE",
            "np", "O",
            "np I", "O",
            "np II", "AE");

    /** P_12 of FA(3); of several with one category the first is meant. */
    private static final List<String> CODES =
            List.of("23", "22", "8", "7", "5", "4", "3", "0 KR", "0 WDT", "0 EX", "zw", "oo", "np I", "np II");

    /** Category O has no rate at all (BR-O-05). */
    private static final String WITHOUT_RATE = "O";

    private static final List<Bucket> BUCKETS = List.of(
            new Bucket("P_13_1", "P_14_1", "S", rates("23", "22"), null),
            new Bucket("P_13_2", "P_14_2", "S", rates("8", "7"), null),
            new Bucket("P_13_3", "P_14_3", "S", rates("5"), null),
            new Bucket("P_13_4", "P_14_4", "S", rates("4", "3"), null),
            new Bucket("P_13_5", "P_14_5", "S", rates(), null),
            new Bucket("P_13_6_1", null, "Z", rates("0"), null),
            new Bucket("P_13_6_2", null, "K", rates("0"), "VATEX-EU-IC"),
            new Bucket("P_13_6_3", null, "G", rates("0"), "VATEX-EU-G"),
            new Bucket("P_13_7", null, "E", rates("0"), null),
            new Bucket("P_13_8", null, "O", rates(), "VATEX-EU-O"),
            new Bucket("P_13_9", null, "AE", rates("0"), "VATEX-EU-AE"),
            new Bucket("P_13_10", null, "AE", rates("0"), "VATEX-EU-AE"),
            new Bucket("P_13_11", null, "E", rates("0"), null));

    private FaRates() {}

    /**
     * A total by rate.
     *
     * @param net the element of the total without VAT
     * @param tax the element of the VAT, if the rate has any
     * @param category BT-118
     * @param rates the rates that share it, the present one first; empty where the lines tell
     * @param exemptionCode BT-121
     */
    record Bucket(
            String net,
            @Nullable String tax,
            String category,
            List<BigDecimal> rates,
            @Nullable String exemptionCode) {

        boolean isMargin() {
            return net.equals("P_13_11");
        }

        boolean isExempt() {
            return net.equals("P_13_7");
        }

        /** A rate of another country, under the one-stop shop. */
        boolean isForeign() {
            return net.equals("P_13_5");
        }
    }

    static List<Bucket> buckets() {
        return BUCKETS;
    }

    /** BT-151 of a line with this P_12; {@code null} if it is no rate of FA. */
    static @Nullable String category(String rate) {
        return WORDS.getOrDefault(rate, isNumber(rate) ? "S" : null);
    }

    /** BT-152 of a line with this P_12. */
    static @Nullable BigDecimal rate(String rate) {
        if (isNumber(rate)) {
            return new BigDecimal(rate);
        }
        String category = WORDS.get(rate);
        return category == null || category.equals(WITHOUT_RATE) ? null : BigDecimal.ZERO;
    }

    /** The total a standard rate belongs to; a rate Poland does not have is one of another country. */
    static String standard(@Nullable BigDecimal rate) {
        return BUCKETS.stream()
                .filter(bucket -> bucket.category().equals("S") && rate != null)
                .filter(bucket -> bucket.rates().stream().anyMatch(known -> known.compareTo(rate) == 0))
                .map(Bucket::net)
                .findFirst()
                .orElse("P_13_5");
    }

    /**
     * P_12 of FA(3) for a line; {@code null} for a rate of another country.
     *
     * @param stated the code the line came with, if any
     */
    static @Nullable String code(@Nullable String stated, @Nullable String category, @Nullable BigDecimal rate) {
        if (stated != null && CODES.contains(stated)) {
            return stated;
        }
        if ("S".equals(category)) {
            return standard(rate).equals("P_13_5") || rate == null ? null : String.valueOf(rate.intValue());
        }
        return CODES.stream()
                .filter(code -> !isNumber(code) && Objects.equals(WORDS.get(code), category))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNumber(String rate) {
        return rate.matches("[0-9]{1,2}");
    }

    private static List<BigDecimal> rates(String... rates) {
        return Stream.of(rates).map(BigDecimal::new).toList();
    }
}
