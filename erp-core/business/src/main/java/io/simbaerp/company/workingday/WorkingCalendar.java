package io.simbaerp.company.workingday;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;

/** The company's week, its public holidays and its own days, as people read them. */
@Query(Duty.BELONG_TO_COMPANY)
public class WorkingCalendar {

    private final CalendarRows rows;
    private final PublicHolidays holidays;
    private final CurrentCompany currentCompany;
    private final ObjectProvider<PersonalWeeks> personalWeeks;

    WorkingCalendar(
            CalendarRows rows,
            PublicHolidays holidays,
            CurrentCompany currentCompany,
            ObjectProvider<PersonalWeeks> personalWeeks) {
        this.personalWeeks = personalWeeks;
        this.rows = rows;
        this.holidays = holidays;
        this.currentCompany = currentCompany;
    }

    /** As it was set, else the usual one with the holidays of the company's country. */
    public WorkingWeek week() {
        return rows.week()
                .orElseGet(() -> WorkingWeek.usual(currentCompany.get().country()));
    }

    /**
     * Public holidays of a year, named in the reader's language.
     *
     * @throws RuleViolation working-calendar.year-unknown
     */
    public List<SpecialDay> holidays(int year, Locale language) {
        if (!holidays.knows(year)) {
            throw RuleViolation.ofField("year", "working-calendar.year-unknown", Integer.toString(year));
        }
        return holidays.named(week().country(), year, language);
    }

    /** Days of the company's own, the earliest first. */
    public List<SpecialDay> ownDays() {
        return rows.special();
    }

    /** The weeks of those who work part-time: the company's, but on their days and in their hours. */
    public Map<UUID, WorkingWeek> ownWeeks() {
        String country = week().country();
        Map<UUID, WorkingWeek> weeks = new HashMap<>();
        personalWeeks.forEach(port -> port.all()
                .forEach((person, own) ->
                        weeks.put(person, new WorkingWeek(country, own.opens(), own.closes(), own.days()))));
        return weeks;
    }

    /** Countries whose holidays are known. */
    public List<String> countries() {
        return holidays.countries();
    }
}
