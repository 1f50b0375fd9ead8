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
import io.simbaerp.ledger.revaluation.RevaluationMethod;
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

/** Valuing open items and balances in foreign currency: seen one by one, posted, taken back. */
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
            RevaluationMethod method,
            String key,
            @Nullable RevaluationPlan plan,
            boolean posts) {

        public List<RateSource> sources() {
            return List.of(RateSource.values());
        }

        public List<RevaluationMethod> methods() {
            return List.of(RevaluationMethod.values());
        }
    }

    /** A valuation. */
    record OneView(
            Revaluations.RevaluationView revaluation,
            List<RevaluationPlan.Item> items,
            List<RevaluationPlan.Account> accounts,
            String recordedBy,
            boolean undoable) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(defaultValue = "NBP") RateSource source,
            @RequestParam(defaultValue = "REVERSED") RevaluationMethod method) {
        LocalDate shown =
                day == null ? around.businessDay().today().withDayOfMonth(1).minusDays(1) : day;
        RevaluationPlan.Wish wish = new RevaluationPlan.Wish(shown, source, method);
        if (day == null || !posts()) {
            return page(wish, null);
        }
        try {
            return page(wish, preview.plan(wish));
        } catch (RuleViolation refused) {
            return refused(page(wish, null), refused);
        }
    }

    @PostMapping
    ModelAndView revalue(
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "NBP") RateSource source,
            @RequestParam(defaultValue = "REVERSED") RevaluationMethod method,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes flash) {
        RevaluationPlan.Wish wish = new RevaluationPlan.Wish(day, source, method);
        try {
            String narration = texts.message("revaluation.narration", List.of(day));
            UUID made = revalue.revalue(wish, narration, "page " + key);
            flash.addFlashAttribute("toast", Toast.of("revaluation.made"));
            return new ModelAndView("redirect:/ledger/revaluations/" + made);
        } catch (RuleViolation refused) {
            return refused(page(wish, null), refused);
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
                        revaluations.accounts(id),
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

    private ModelAndView page(RevaluationPlan.Wish wish, @Nullable RevaluationPlan plan) {
        return new ModelAndView(
                "ledger/revaluations",
                "view",
                new ListView(
                        revaluations.latest(SHOWN),
                        wish.day(),
                        wish.source(),
                        wish.method(),
                        NewId.at(around.clock()).toString(),
                        plan,
                        posts()));
    }
}
