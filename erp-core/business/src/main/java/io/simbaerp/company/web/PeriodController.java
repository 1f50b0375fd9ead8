package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.ClosePeriod;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.company.ReopenPeriod;
import io.simbaerp.page.Toast;
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

    private final PeriodsPage page;
    private final FiscalPeriods periods;
    private final ClosePeriod closePeriod;
    private final ReopenPeriod reopenPeriod;

    PeriodController(PeriodsPage page, FiscalPeriods periods, ClosePeriod closePeriod, ReopenPeriod reopenPeriod) {
        this.page = page;
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.reopenPeriod = reopenPeriod;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String year, Model model) {
        model.addAttribute("view", page.of(year));
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
