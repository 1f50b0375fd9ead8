package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.ReopenPeriod;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.company.period.LockArea;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fiscal periods: which are open, closing one, opening one again. */
@Controller
@RequestMapping("/periods")
class PeriodController {

    private final FiscalPeriods periods;
    private final ClosePeriod closePeriod;
    private final ReopenPeriod reopenPeriod;
    private final FiscalYears years;
    private final BusinessDay businessDay;
    private final Permission permission;

    PeriodController(
            FiscalPeriods periods,
            ClosePeriod closePeriod,
            ReopenPeriod reopenPeriod,
            FiscalYears years,
            BusinessDay businessDay,
            Permission permission) {
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.reopenPeriod = reopenPeriod;
        this.years = years;
        this.businessDay = businessDay;
        this.permission = permission;
    }

    /**
     * The page as it is shown.
     *
     * @param year the year whose periods are shown
     * @param lockable whether the year may be locked for good now
     * @param proposed the first day a further year may have
     */
    record PeriodsView(
            List<FiscalYears.FiscalYearView> years,
            FiscalYears.@Nullable FiscalYearView year,
            List<String> areas,
            List<FiscalPeriodView> periods,
            LocalDate today,
            boolean maintained,
            boolean lockable,
            LocalDate proposed) {}

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String year, Model model) {
        model.addAttribute("view", view(year));
        return "company/periods";
    }

    private PeriodsView view(@Nullable String wanted) {
        LocalDate today = businessDay.today();
        List<FiscalYears.FiscalYearView> all = years.all();
        FiscalYears.FiscalYearView shown = all.stream()
                .filter(one -> wanted == null
                        ? !today.isBefore(one.firstDay()) && !today.isAfter(one.lastDay())
                        : one.code().equals(wanted))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
        boolean lockable = shown != null
                && shown.lockedAt() == null
                && shown.lastDay().isBefore(today)
                && all.stream()
                        .noneMatch(
                                one -> one.lockedAt() == null && one.lastDay().isBefore(shown.firstDay()));
        return new PeriodsView(
                all,
                shown,
                Arrays.stream(LockArea.values()).map(Enum::name).toList(),
                shown == null ? List.of() : periods.ofYear(shown.code()),
                today,
                permission.has(Duty.MAINTAIN_LEDGER),
                lockable,
                all.isEmpty() ? today.withDayOfYear(1) : all.get(0).lastDay().plusDays(1));
    }

    @PostMapping("/{code}/close")
    String close(@PathVariable String code, RedirectAttributes flash) {
        return change(() -> closePeriod.close(code), "company.period-closed", code, flash);
    }

    @PostMapping("/{code}/reopen")
    String reopen(@PathVariable String code, RedirectAttributes flash) {
        return change(() -> reopenPeriod.reopen(code), "company.period-reopened", code, flash);
    }

    private String change(Runnable change, String done, String code, RedirectAttributes flash) {
        periods.byCode(code).ifPresent(period -> flash.addAttribute("year", period.yearCode()));
        try {
            change.run();
            flash.addFlashAttribute("toast", Toast.of(done, code));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("toast", Toast.refused("rule." + refused.rule(), code));
        }
        return "redirect:/periods";
    }
}
