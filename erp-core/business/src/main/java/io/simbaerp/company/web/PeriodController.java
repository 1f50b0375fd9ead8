package io.simbaerp.company.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.ReopenPeriod;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fiscal periods: which are open, closing one, opening one again. */
@Controller
@RequestMapping("/periods")
class PeriodController {

    private static final int TWO_YEARS = 24;

    private final FiscalPeriods periods;
    private final ClosePeriod closePeriod;
    private final ReopenPeriod reopenPeriod;
    private final BusinessDay businessDay;
    private final Permission permission;

    PeriodController(
            FiscalPeriods periods,
            ClosePeriod closePeriod,
            ReopenPeriod reopenPeriod,
            BusinessDay businessDay,
            Permission permission) {
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.reopenPeriod = reopenPeriod;
        this.businessDay = businessDay;
        this.permission = permission;
    }

    /** The page as it is shown. */
    record PeriodsView(List<FiscalPeriodView> periods, LocalDate today, boolean maintained) {}

    @GetMapping
    String list(Model model) {
        LocalDate today = businessDay.today();
        model.addAttribute(
                "view",
                new PeriodsView(
                        periods.from(today.minusYears(1).withDayOfYear(1), TWO_YEARS),
                        today,
                        permission.has(Duty.MAINTAIN_LEDGER)));
        return "company/periods";
    }

    @PostMapping("/{code}/close")
    String close(@PathVariable String code, RedirectAttributes flash) {
        return change(() -> closePeriod.close(code), "company.period-closed", code, flash);
    }

    @PostMapping("/{code}/reopen")
    String reopen(@PathVariable String code, RedirectAttributes flash) {
        return change(() -> reopenPeriod.reopen(code), "company.period-reopened", code, flash);
    }

    private static String change(Runnable change, String done, String code, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("toast", Toast.of(done, code));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("toast", Toast.refused("rule." + refused.rule(), code));
        }
        return "redirect:/periods";
    }
}
