package io.simbaerp.company.workingday.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.workingday.KeepSpecialDay;
import io.simbaerp.company.workingday.RemoveSpecialDay;
import io.simbaerp.company.workingday.SetWorkingWeek;
import io.simbaerp.company.workingday.SpecialDay;
import io.simbaerp.company.workingday.SpecialDayDraft;
import io.simbaerp.company.workingday.WorkingCalendar;
import io.simbaerp.company.workingday.WorkingWeek;
import io.simbaerp.company.workingday.WorkingWeekDraft;
import io.simbaerp.page.FormProblem;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the company works: everybody sees it, administrators change it. */
@Controller
@RequestMapping("/working-calendar")
class WorkingCalendarController {

    private static final int YEARS = 2;

    private final WorkingCalendar calendar;
    private final Changes changes;
    private final BusinessDay businessDay;
    private final CurrentActor currentActor;
    private final RuleTexts texts;

    WorkingCalendarController(
            WorkingCalendar calendar,
            Changes changes,
            BusinessDay businessDay,
            CurrentActor currentActor,
            RuleTexts texts) {
        this.calendar = calendar;
        this.changes = changes;
        this.businessDay = businessDay;
        this.currentActor = currentActor;
        this.texts = texts;
    }

    /** What changes it. */
    @Component
    record Changes(SetWorkingWeek week, KeepSpecialDay keep, RemoveSpecialDay remove) {}

    /** What the page shows: holidays of this year and the next. */
    record Shown(
            WorkingWeek week,
            List<DayOfWeek> weekdays,
            List<String> countries,
            List<SpecialDay> holidays,
            List<SpecialDay> ownDays,
            boolean mayChange) {}

    @GetMapping
    ModelAndView page(Locale language) {
        return show(language, null);
    }

    @PostMapping("/week")
    ModelAndView week(@ModelAttribute WorkingWeekDraft draft, Locale language, RedirectAttributes flash) {
        return changed(language, flash, () -> changes.week().set(draft));
    }

    @PostMapping("/days")
    ModelAndView keep(@ModelAttribute SpecialDayDraft draft, Locale language, RedirectAttributes flash) {
        return changed(language, flash, () -> changes.keep().keep(draft));
    }

    @PostMapping("/days/{day}/remove")
    ModelAndView remove(@PathVariable LocalDate day, Locale language, RedirectAttributes flash) {
        return changed(language, flash, () -> changes.remove().remove(day));
    }

    private ModelAndView changed(Locale language, RedirectAttributes flash, Runnable change) {
        try {
            change.run();
        } catch (RuleViolation refused) {
            ModelAndView page = show(language, texts.problem(refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        flash.addFlashAttribute("toast", Toast.of("working-calendar.changed"));
        return new ModelAndView("redirect:/working-calendar");
    }

    private ModelAndView show(Locale language, @Nullable FormProblem problem) {
        int year = businessDay.today().getYear();
        return new ModelAndView("company/working-calendar")
                .addObject(
                        "page",
                        new Shown(
                                calendar.week(),
                                Stream.of(DayOfWeek.values()).toList(),
                                calendar.countries(),
                                IntStream.range(year, year + YEARS)
                                        .boxed()
                                        .flatMap(one -> calendar.holidays(one, language).stream())
                                        .toList(),
                                calendar.ownDays(),
                                currentActor.get().may(Duty.ADMINISTER)))
                .addObject("problem", problem);
    }
}
