package io.simbaerp.company.workingday.web;

import io.simbaerp.company.workingday.SpecialDay;
import io.simbaerp.company.workingday.SpecialDayDraft;
import io.simbaerp.company.workingday.WorkingCalendar;
import io.simbaerp.company.workingday.WorkingWeek;
import io.simbaerp.company.workingday.WorkingWeekDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar over REST. */
@RestController
@RequestMapping("/api/v1/working-calendar")
class WorkingCalendarResource {

    private final WorkingCalendar calendar;
    private final WorkingCalendarController.Changes changes;

    WorkingCalendarResource(WorkingCalendar calendar, WorkingCalendarController.Changes changes) {
        this.calendar = calendar;
        this.changes = changes;
    }

    /** The week, the public holidays of a year and the company's own days. */
    record CalendarJson(WorkingWeek week, List<SpecialDay> holidays, List<SpecialDay> ownDays) {}

    @GetMapping
    CalendarJson of(@RequestParam int year, Locale language) {
        return new CalendarJson(calendar.week(), calendar.holidays(year, language), calendar.ownDays());
    }

    @PutMapping("/week")
    WorkingWeek week(@RequestBody WorkingWeekDraft draft) {
        changes.week().set(draft);
        return calendar.week();
    }

    @PutMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable LocalDate day, @RequestBody SpecialDayDraft draft) {
        changes.keep().keep(new SpecialDayDraft(day, draft.works(), draft.name()));
    }

    @DeleteMapping("/days/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable LocalDate day) {
        changes.remove().remove(day);
    }
}
