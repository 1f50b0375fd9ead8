package io.simbaerp.expense.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.expense.ClaimView;
import io.simbaerp.expense.ExpenseClaims;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.page.list.ListView;
import io.simbaerp.page.list.Lists;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of claims, a claim, and what moves it. */
@Controller
@RequestMapping("/expenses")
class ClaimController {

    private final ClaimPages pages;
    private final ClaimMoves moves;
    private final ExpenseClaims claims;
    private final Lists lists;
    private final Reader reader;

    ClaimController(ClaimPages pages, ClaimMoves moves, ExpenseClaims claims, Lists lists, Reader reader) {
        this.pages = pages;
        this.moves = moves;
        this.claims = claims;
        this.lists = lists;
        this.reader = reader;
    }

    /** What the reader may do, what day it is, and how refusals are told. */
    @org.springframework.stereotype.Component("expenseReader")
    record Reader(Permission permission, BusinessDay businessDay, RuleTexts texts) {}

    /** The list as it is shown. */
    record ListPage(ListView list, boolean mayClaim) {}

    /**
     * The form.
     *
     * @param id the claim it changes; nothing for a new one
     */
    record FormPage(@Nullable UUID id, @Nullable String number, ClaimForm form) {}

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> asked) {
        return new ModelAndView(
                "expense/list",
                "view",
                new ListPage(
                        lists.page(ClaimListing.KEY, asked), reader.permission().has(Duty.CLAIM_EXPENSE)));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return new ModelAndView("expense/claim", "view", pages.page(id));
    }

    @GetMapping("/new")
    ModelAndView empty() {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        return form(null, ClaimForm.empty(reader.businessDay().today()));
    }

    @PostMapping
    ModelAndView begin(@ModelAttribute ClaimForm form) {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        try {
            ClaimView claim = moves.begin().begin(form.draft(), null);
            return new ModelAndView("redirect:/expenses/" + claim.id() + "/lines/new");
        } catch (RuleViolation refused) {
            return again(null, form, refused);
        }
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id) {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        ClaimView claim = claims.byId(id);
        return form(claim, ClaimForm.of(claim));
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, @ModelAttribute ClaimForm form, RedirectAttributes flash) {
        reader.permission().require(Duty.CLAIM_EXPENSE);
        ClaimView claim = claims.byId(id);
        try {
            moves.change().change(id, form.editionRead(), form.draft());
            flash.addFlashAttribute("toast", Toast.of("expense.saved", claim.number()));
            return new ModelAndView("redirect:/expenses/" + id);
        } catch (RuleViolation refused) {
            return again(claim, form, refused);
        }
    }

    @PostMapping("/{id}/submission")
    String send(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer edition,
            RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            moves.send().send(id, edition == null ? -1 : edition);
            return Toast.of("expense.sent-now", claims.byId(id).number());
        });
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String comment, RedirectAttributes flash) {
        return carriedOut(id, flash, () -> {
            moves.withdraw().withdraw(id, comment);
            return Toast.of("expense.withdrawn-now", claims.byId(id).number());
        });
    }

    private ModelAndView again(@Nullable ClaimView claim, ClaimForm form, RuleViolation refused) {
        ModelAndView again = form(claim, form);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", reader.texts().problem(refused));
    }

    private static ModelAndView form(@Nullable ClaimView claim, ClaimForm form) {
        return new ModelAndView(
                "expense/form",
                "page",
                claim == null ? new FormPage(null, null, form) : new FormPage(claim.id(), claim.number(), form));
    }

    static String carriedOut(UUID id, RedirectAttributes flash, java.util.function.Supplier<Toast> move) {
        try {
            flash.addFlashAttribute("toast", move.get());
        } catch (RuleViolation refused) {
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/expenses/" + id;
    }
}
