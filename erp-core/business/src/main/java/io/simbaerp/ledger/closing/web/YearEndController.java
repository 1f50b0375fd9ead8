package io.simbaerp.ledger.closing.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.FiscalYears;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.closing.CloseYear;
import io.simbaerp.ledger.closing.YearEnd;
import io.simbaerp.ledger.closing.YearEndView;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing years step by step. */
@Controller
@RequestMapping("/ledger/year-end")
class YearEndController {

    private final YearEnd yearEnd;
    private final CloseYear close;
    private final Permission permission;
    private final RuleTexts texts;

    YearEndController(YearEnd yearEnd, CloseYear close, Permission permission, RuleTexts texts) {
        this.yearEnd = yearEnd;
        this.close = close;
        this.permission = permission;
        this.texts = texts;
    }

    /** The years. */
    record YearsView(List<FiscalYears.FiscalYearView> years, boolean posts) {}

    /** A year: its steps, in words. */
    record OneView(YearEndView end, List<Finding> findings, boolean posts, String reason) {}

    /** What a check found. */
    record Finding(boolean blocking, String text, @Nullable String href) {}

    @GetMapping
    ModelAndView years() {
        return new ModelAndView(
                "ledger/year-ends", "view", new YearsView(yearEnd.years(), permission.has(Duty.POST_JOURNAL_ENTRY)));
    }

    @GetMapping("/{code}")
    ModelAndView one(@PathVariable String code) {
        try {
            return page(code, "");
        } catch (RuleViolation refused) {
            ModelAndView page = years();
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("problem", texts.problem(refused));
        }
    }

    @PostMapping("/{code}/close")
    ModelAndView close(
            @PathVariable String code, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            JournalEntryId posted =
                    close.close(code, texts.message("year-end.narration", List.of(code)), reason.strip());
            flash.addFlashAttribute(
                    "toast",
                    Toast.of("year-end.closed", code).withLink("/ledger/entries/" + posted, "year-end.show-entry"));
            return new ModelAndView("redirect:/ledger/year-end/" + code);
        } catch (RuleViolation refused) {
            ModelAndView again = page(code, reason);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
    }

    private ModelAndView page(String code, String reason) {
        YearEndView view = yearEnd.of(code);
        return new ModelAndView(
                "ledger/year-end",
                "view",
                new OneView(
                        view,
                        view.findings().stream()
                                .map(one -> new Finding(
                                        one.blocking(), texts.rule("year-end." + one.rule(), one.args()), one.href()))
                                .toList(),
                        permission.has(Duty.POST_JOURNAL_ENTRY),
                        reason));
    }
}
