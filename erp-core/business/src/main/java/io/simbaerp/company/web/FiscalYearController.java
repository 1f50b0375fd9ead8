package io.simbaerp.company.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.AddFiscalYear;
import io.simbaerp.company.period.FiscalYearDraft;
import io.simbaerp.company.period.LockFiscalYear;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lays out fiscal years and locks them for good. */
@Controller
@RequestMapping("/fiscal-years")
class FiscalYearController {

    private final AddFiscalYear add;
    private final LockFiscalYear lock;

    FiscalYearController(AddFiscalYear add, LockFiscalYear lock) {
        this.add = add;
        this.lock = lock;
    }

    @PostMapping
    String add(
            @RequestParam String code,
            @RequestParam LocalDate firstDay,
            @RequestParam LocalDate lastDay,
            @RequestParam(defaultValue = "0") int closingPeriods,
            RedirectAttributes flash) {
        String year = code.strip();
        return change(
                () -> add.add(new FiscalYearDraft(year, firstDay, lastDay, closingPeriods)),
                "company.year-added",
                year,
                flash);
    }

    @PostMapping("/{code}/lock")
    String lock(@PathVariable String code, @RequestParam String comment, RedirectAttributes flash) {
        return change(() -> lock.lock(code, comment), "company.year-locked-now", code, flash);
    }

    private static String change(Runnable change, String done, String year, RedirectAttributes flash) {
        try {
            change.run();
            flash.addFlashAttribute("toast", Toast.of(done, year));
            flash.addAttribute("year", year);
        } catch (RuleViolation refused) {
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/periods";
    }
}
