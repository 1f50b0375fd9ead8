package io.simbaerp.page;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes figures and dates the way the reader is used to. No-break spaces keep a figure together; a negative one has the
 * real minus (U+2212). Nothing is written for nothing, so that templates need no conditions.
 */
@Component("formats")
public class Formats {

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String MINUS = "\u2212";

    private final CurrentReader currentReader;

    Formats(CurrentReader currentReader) {
        this.currentReader = currentReader;
    }

    /** Figure and currency: 12 054,00 PLN. */
    public String money(@Nullable Money money) {
        return money == null ? "" : number(money) + NO_BREAK_SPACE + money.currency();
    }

    /** The figure alone, with the decimals of its currency, or more where it has more. */
    public String number(@Nullable Money money) {
        return money == null ? "" : figure(money.amount(), decimals(money.amount(), money.currency()));
    }

    /** A number as exact as it is: 23, 4,2735, 0,5. */
    public String number(@Nullable BigDecimal number) {
        return number == null
                ? ""
                : figure(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    public String number(@Nullable Long number) {
        return number == null ? "" : figure(BigDecimal.valueOf(number), 0);
    }

    public String number(@Nullable Integer number) {
        return number == null ? "" : figure(BigDecimal.valueOf(number), 0);
    }

    /** A number with so many decimals: an exchange rate with four. */
    public String number(@Nullable BigDecimal number, int decimals) {
        return number == null ? "" : figure(number, decimals);
    }

    /** Whatever it is, written as people read it. */
    public String value(@Nullable Object value) {
        if (value instanceof Money money) {
            return money(money);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        return value instanceof BigDecimal number ? number(number) : Objects.toString(value, "");
    }

    /** 20.11.2026 */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : dates("").format(date);
    }

    /** A day of this year's lists: 20.11. */
    public String day(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        String pattern = datePattern().replaceAll("[^dM.]*y+[^dM.]*", "");
        return DateTimeFormatter.ofPattern(pattern, currentReader.format()).format(date);
    }

    /** 20.11.2026 10:47, in the company's time zone. */
    public String instant(@Nullable Instant instant) {
        return instant == null ? "" : dates(" HH:mm").format(instant.atZone(currentReader.zone()));
    }

    /** 10:47, in the company's time zone. */
    public String time(@Nullable Instant instant) {
        return instant == null ? "" : DateTimeFormatter.ofPattern("HH:mm").format(instant.atZone(currentReader.zone()));
    }

    /** 20.11. 10:47, in the company's time zone: for timelines and lists. */
    public String dayAndTime(@Nullable Instant instant) {
        return instant == null
                ? ""
                : day(instant.atZone(currentReader.zone()).toLocalDate()) + NO_BREAK_SPACE + time(instant);
    }

    /** The name of a month in the reader's language: November 2026. */
    public String month(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern("LLLL yyyy", LocaleContextHolder.getLocale())
                        .format(date);
    }

    /** Size of a file: 12 kB, 3,4 MB. */
    public String bytes(long size) {
        if (size < 1000) {
            return size + "" + NO_BREAK_SPACE + "B";
        }
        boolean kilo = size < 1_000_000;
        BigDecimal shown = BigDecimal.valueOf(size)
                .divide(BigDecimal.valueOf(kilo ? 1000 : 1_000_000), kilo ? 0 : 1, RoundingMode.HALF_UP);
        return number(shown) + NO_BREAK_SPACE + (kilo ? "kB" : "MB");
    }

    /** An account number in groups of four, as people read it out. */
    public String account(@Nullable String iban) {
        return iban == null ? "" : iban.replaceAll("\\s", "").replaceAll("(.{4})(?=.)", "$1" + NO_BREAK_SPACE);
    }

    /** A check value shortened to what a person compares: 7c1e a94f. */
    public String checkValue(@Nullable String hash) {
        return hash == null || hash.length() < 8
                ? String.valueOf(hash == null ? "" : hash)
                : hash.substring(0, 4) + NO_BREAK_SPACE + hash.substring(4, 8);
    }

    private static int decimals(BigDecimal amount, CurrencyCode currency) {
        return Math.max(currency.decimals(), amount.stripTrailingZeros().scale());
    }

    private String figure(BigDecimal number, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(currentReader.format());
        if (Character.isSpaceChar(symbols.getGroupingSeparator())) {
            symbols.setGroupingSeparator(NO_BREAK_SPACE);
        }
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String digits = format.format(number.abs());
        return number.signum() < 0 ? MINUS + digits : digits;
    }

    private DateTimeFormatter dates(String time) {
        return DateTimeFormatter.ofPattern(datePattern() + time, currentReader.format());
    }

    /** The format's own order and marks, always with two digits for day and month and four for the year. */
    private String datePattern() {
        Locale format = currentReader.format();
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, format)
                .replaceAll("y+", "yyyy")
                .replaceAll("M+", "MM")
                .replaceAll("d+", "dd");
    }
}
