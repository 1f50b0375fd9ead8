package io.simbaerp.company.workingday;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Public holidays of countries, from a library many keep up to date. */
@Component
class PublicHolidays {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private record Place(String country, int year) {}

    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();
    private final Map<Place, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    /** Whether the holidays of the country are known. */
    boolean knows(String country) {
        return country.length() == 2 && calendar(country).isPresent();
    }

    /** Years long before and after any that business is done in are not worked out, nor kept. */
    boolean knows(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Two letters each, in their order. */
    List<String> countries() {
        return Arrays.stream(HolidayCalendar.values())
                .map(HolidayCalendar::getId)
                .filter(id -> id.length() == 2)
                .map(id -> id.toUpperCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    boolean isHoliday(String country, LocalDate day) {
        return of(country, day.getYear()).containsKey(day);
    }

    /** Of a year, by day, in the reader's language. */
    List<SpecialDay> named(String country, int year, Locale language) {
        return of(country, year).values().stream()
                .sorted(Comparator.comparing(Holiday::getDate))
                .map(holiday -> new SpecialDay(holiday.getDate(), false, holiday.getDescription(language)))
                .toList();
    }

    private Map<LocalDate, Holiday> of(String country, int year) {
        if (!knows(year)) {
            return Map.of();
        }
        return years.computeIfAbsent(new Place(country, year), place -> calendar(country)
                .map(calendar -> managers.computeIfAbsent(
                        country, one -> HolidayManager.getInstance(ManagerParameters.create(calendar))))
                .map(manager -> manager.getHolidays(Year.of(year)).stream()
                        .collect(Collectors.toMap(Holiday::getDate, one -> one, (one, other) -> one)))
                .orElse(Map.of()));
    }

    private static Optional<HolidayCalendar> calendar(String country) {
        return Arrays.stream(HolidayCalendar.values())
                .filter(calendar -> calendar.getId().equalsIgnoreCase(country))
                .findFirst();
    }
}
