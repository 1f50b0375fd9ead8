package io.simbaerp.ledger.revaluation.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.revaluation.PreviewRevaluation;
import io.simbaerp.ledger.revaluation.RateSource;
import io.simbaerp.ledger.revaluation.RevaluationPlan;
import io.simbaerp.ledger.revaluation.Revaluations;
import io.simbaerp.ledger.revaluation.RevalueItems;
import io.simbaerp.ledger.revaluation.TakeBackRevaluation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Valuing open items in foreign currency: seen item by item, posted, taken back. */
@Controller
@RequestMapping("/ledger/revaluations")
class RevaluationController {

    private static final int SHOWN = 100;

    private final PreviewRevaluation preview;
    private final RevalueItems revalue;
    private final TakeBackRevaluation takeBack;
    private final Revaluations revaluations;
    private final Surroundings around;
    private final RuleTexts texts;

    RevaluationController(
            PreviewRevaluation preview,
            RevalueItems revalue,
            TakeBackRevaluation takeBack,
            Revaluations revaluations,
            Surroundings around,
            RuleTexts texts) {
        this.preview = preview;
        this.revalue = revalue;
        this.takeBack = takeBack;
        this.revaluations = revaluations;
        this.around = around;
        this.texts = texts;
    }

    /** Who reads, and when. */
    @Component
    record Surroundings(ActorNames names, BusinessDay businessDay, Clock clock, Permission permission) {}

    /** The page: what was valued, and what would be. */
    record ListView(
            List<Revaluations.RevaluationView> revaluations,
            LocalDate day,
            RateSource source,
            List<RateSource> sources,
            String key,
            @Nullable RevaluationPlan plan,
            boolean posts) {}

    /** A valuation. */
    record OneView(
            Revaluations.RevaluationView revaluation,
            List<RevaluationPlan.Item> items,
            String recordedBy,
            boolean undoable) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "NBP") RateSource source) {
        if (day == null || !posts()) {
            return page(day, source, null);
        }
        try {
            return page(day, source, preview.plan(day, source));
        } catch (RuleViolation refused) {
            return refused(page(day, source, null), refused);
        }
    }

    @PostMapping
    ModelAndView revalue(
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "NBP") RateSource source,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes flash) {
        try {
            String narration = texts.message("revaluation.narration", List.of(day));
            UUID made = revalue.revalue(day, source, narration, "page " + key);
            flash.addFlashAttribute("toast", Toast.of("revaluation.made"));
            return new ModelAndView("redirect:/ledger/revaluations/" + made);
        } catch (RuleViolation refused) {
            return refused(page(day, source, null), refused);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        Revaluations.RevaluationView view = revaluations.byId(id).orElseThrow(() -> new NotFound("revaluation", id));
        return new ModelAndView(
                "ledger/revaluation",
                "view",
                new OneView(
                        view,
                        revaluations.items(id),
                        around.names().nameOf(Actor.parse(view.recordedBy())),
                        view.takenBackFor() == null && posts()));
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            takeBack.takeBack(id, reason);
            flash.addFlashAttribute("toast", Toast.of("revaluation.taken-back"));
            return new ModelAndView("redirect:/ledger/revaluations/" + id);
        } catch (RuleViolation refused) {
            return refused(one(id), refused);
        }
    }

    private boolean posts() {
        return around.permission().has(Duty.POST_JOURNAL_ENTRY);
    }

    private ModelAndView refused(ModelAndView page, RuleViolation refused) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(@Nullable LocalDate day, RateSource source, @Nullable RevaluationPlan plan) {
        LocalDate shown =
                day == null ? around.businessDay().today().withDayOfMonth(1).minusDays(1) : day;
        return new ModelAndView(
                "ledger/revaluations",
                "view",
                new ListView(
                        revaluations.latest(SHOWN),
                        shown,
                        source,
                        List.of(RateSource.values()),
                        NewId.at(around.clock()).toString(),
                        plan,
                        posts()));
    }
}
