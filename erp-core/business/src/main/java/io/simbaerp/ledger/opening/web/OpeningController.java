package io.simbaerp.ledger.opening.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.opening.OpeningFile;
import io.simbaerp.ledger.opening.OpeningPlan;
import io.simbaerp.ledger.opening.PostOpeningBalances;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opening balances: typed, pasted or sent as a file, looked at, posted. */
@Controller
@RequestMapping("/ledger/opening-balances")
class OpeningController {

    private static final int SHOWN = 200;
    private static final int CHOICES = 60;

    private final PostOpeningBalances post;
    private final PostOpeningBalances.Preview preview;
    private final OpeningFile files;
    private final Calendar calendar;
    private final Permission permission;
    private final RuleTexts texts;

    OpeningController(
            PostOpeningBalances post,
            PostOpeningBalances.Preview preview,
            OpeningFile files,
            Calendar calendar,
            Permission permission,
            RuleTexts texts) {
        this.post = post;
        this.preview = preview;
        this.files = files;
        this.calendar = calendar;
        this.permission = permission;
        this.texts = texts;
    }

    /** The calendar. */
    @Component
    record Calendar(FiscalPeriods periods, Clock clock) {}

    /** The page. */
    record OpeningView(
            String key,
            String table,
            String period,
            List<String> periods,
            @Nullable OpeningPlan plan,
            List<Problem> problems) {}

    /** What is wrong with a row, in words. */
    record Problem(int line, String field, String text) {}

    @GetMapping
    ModelAndView empty() {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return page(NewId.at(calendar.clock()).toString(), "", "", null);
    }

    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        String text = table;
        try {
            text = file == null || file.isEmpty() ? table : files.opening(file.getBytes());
            return page(key, text, period, preview.plan(text, period, narration(period)));
        } catch (RuleViolation refused) {
            return again(key, text, period, refused);
        }
    }

    @PostMapping
    ModelAndView post(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String period,
            RedirectAttributes flash) {
        try {
            JournalEntryId posted = post.post(table, period, narration(period), "page " + key);
            flash.addFlashAttribute("toast", Toast.of("opening.posted"));
            return new ModelAndView("redirect:/ledger/entries/" + posted);
        } catch (RuleViolation refused) {
            return again(key, table, period, refused);
        }
    }

    private String narration(String period) {
        return texts.message("opening.narration", List.of(period));
    }

    private ModelAndView again(String key, String table, String period, RuleViolation refused) {
        ModelAndView page = page(key, table, period, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(String key, String table, String period, @Nullable OpeningPlan plan) {
        List<Problem> problems = plan == null
                ? List.of()
                : plan.problems().stream()
                        .limit(SHOWN)
                        .map(one -> new Problem(one.line(), one.field(), texts.rule(one.rule(), one.args())))
                        .toList();
        List<String> periods = calendar.periods().from(LocalDate.EPOCH, CHOICES).stream()
                .filter(FiscalPeriodView::open)
                .map(FiscalPeriodView::code)
                .toList();
        return new ModelAndView(
                "ledger/opening-balances", "view", new OpeningView(key, table, period, periods, plan, problems));
    }
}
