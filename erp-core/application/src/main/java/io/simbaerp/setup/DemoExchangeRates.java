package io.simbaerp.setup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.TreeMap;

/** Invented exchange rates of the demo, one table a week, so that invoices in foreign currency can be posted. */
final class DemoExchangeRates {

    private static final LocalDate FIRST = LocalDate.of(2004, 1, 2);

    /** About what a unit costs in PLN; the weeks sway around it. */
    private static final Map<String, String> AROUND = new TreeMap<>(Map.of(
            "EUR", "4.2500",
            "USD", "3.9000",
            "GBP", "5.0500",
            "CHF", "4.4000",
            "SEK", "0.3800",
            "NOK", "0.3700",
            "DKK", "0.5700",
            "CZK", "0.1700",
            "HUF", "0.0110",
            "RON", "0.8500"));

    private DemoExchangeRates() {}

    /** Rates up to the day before this one, as the file that the rates page takes. */
    static String until(LocalDate today) {
        StringBuilder csv = new StringBuilder("currency;date;mid;table;source\n");
        LocalDate day = FIRST;
        for (int table = 1; day.isBefore(today); table++) {
            String published = "%s;%%s;%03d/DEMO/%d;DEMO%n".formatted(day, table, day.getYear());
            for (Map.Entry<String, String> rate : AROUND.entrySet()) {
                csv.append(rate.getKey()).append(';').append(published.formatted(mid(rate.getValue(), table)));
            }
            day = day.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
        }
        return csv.toString();
    }

    /** Up to two percent above or below the usual rate. */
    private static String mid(String usual, int table) {
        BigDecimal perMille = BigDecimal.valueOf(table * 37L % 41 - 20);
        BigDecimal sway = new BigDecimal(usual).multiply(perMille).movePointLeft(3);
        return new BigDecimal(usual).add(sway).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }
}
