package io.simbaerp.company.workingday;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import java.util.List;
import java.util.Locale;

/** The company's week, its public holidays and its own days, as people read them. */
@Query(Duty.BELONG_TO_COMPANY)
public class WorkingCalendar {

    private final CalendarRows rows;
    private final PublicHolidays holidays;
    private final CurrentCompany currentCompany;

    WorkingCalendar(CalendarRows rows, PublicHolidays holidays, CurrentCompany currentCompany) {
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

    /** Countries whose holidays are known. */
    public List<String> countries() {
        return holidays.countries();
    }
}
