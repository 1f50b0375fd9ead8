package io.simbaerp.payment.proposal;

import io.simbaerp.money.CurrencyCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which banks move money. Euro go by the calendar of TARGET, as the Eurosystem has kept it since 2000; PLN by
 * the days that are no public holidays in Poland (act of 18 January 1951 on days off work; 24 December since 2025).
 */
public enum BankDays {
    TARGET(Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26)), Set.of(-2, 1)),
    POLAND(
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(1, 6),
                    MonthDay.of(5, 1),
                    MonthDay.of(5, 3),
                    MonthDay.of(8, 15),
                    MonthDay.of(11, 1),
                    MonthDay.of(11, 11),
                    MonthDay.of(12, 24),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26)),
            Set.of(0, 1, 49, 60));

    private final Set<MonthDay> fixed;
    /** Days after Easter Sunday. */
    private final Set<Integer> movable;

    BankDays(Set<MonthDay> fixed, Set<Integer> movable) {
        this.fixed = fixed;
        this.movable = movable;
    }

    /** The calendar by which this currency moves. */
    public static BankDays of(CurrencyCode currency) {
        return currency.equals(CurrencyCode.EUR) ? TARGET : POLAND;
    }

    /** Whether banks move money on this day. */
    public boolean includes(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        long afterEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return !fixed.contains(MonthDay.from(day)) && !movable.contains((int) afterEaster);
    }

    /** The day itself, or the next one on which banks move money. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!includes(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, Month.of(day / 31), day % 31 + 1);
    }
}
