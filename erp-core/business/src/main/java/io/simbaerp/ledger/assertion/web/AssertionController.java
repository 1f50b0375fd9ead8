package io.simbaerp.ledger.assertion.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.assertion.AssertBalance;
import io.simbaerp.ledger.assertion.BalanceAssertions;
import io.simbaerp.ledger.assertion.CheckAssertions;
import io.simbaerp.ledger.assertion.WithdrawAssertion;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

/** What is asserted of balances: said, seen, checked, withdrawn. */
@Controller
@RequestMapping("/ledger/assertions")
class AssertionController {

    private static final int PAGE_SIZE = 50;

    private final BalanceAssertions assertions;
    private final Acts acts;
    private final ActorNames names;
    private final CurrentCompany company;
    private final Permission permission;
    private final RuleTexts texts;

    AssertionController(
            BalanceAssertions assertions,
            Acts acts,
            ActorNames names,
            CurrentCompany company,
            Permission permission,
            RuleTexts texts) {
        this.assertions = assertions;
        this.acts = acts;
        this.names = names;
        this.company = company;
        this.permission = permission;
        this.texts = texts;
    }

    /** What can be done. */
    @Component
    record Acts(AssertBalance say, CheckAssertions check, WithdrawAssertion withdraw) {}

    /** What somebody typed. */
    record Typed(String account, String day, String balance, String source) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    /** A row. */
    record Row(BalanceAssertions.AssertionView assertion, String by) {}

    /** The page. */
    record AssertionsView(
            String state, List<String> states, Page<Row> page, Typed typed, String currency, boolean maintained) {}

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "STANDING") BalanceAssertions.Which state,
            @RequestParam(required = false) @Nullable UUID after) {
        return page(state, after, Typed.NOTHING);
    }

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping
    ModelAndView say(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String balance,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes flash) {
        try {
            acts.say().say(account, day(day), amount(balance), source);
            flash.addFlashAttribute("toast", Toast.of("assertion.said"));
            return new ModelAndView("redirect:/ledger/assertions");
        } catch (RuleViolation refused) {
            return refused(new Typed(account, day, balance, source), refused);
        }
    }

    @PostMapping("/check")
    String check(RedirectAttributes flash) {
        int failing = acts.check().check(Duration.ZERO);
        flash.addFlashAttribute(
                "toast", failing == 0 ? Toast.of("assertion.all-hold") : Toast.refused("assertion.some-fail", failing));
        return "redirect:/ledger/assertions" + (failing == 0 ? "" : "?state=FAILING");
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            acts.withdraw().withdraw(id, reason);
            flash.addFlashAttribute("toast", Toast.of("assertion.withdrawn"));
            return new ModelAndView("redirect:/ledger/assertions");
        } catch (RuleViolation refused) {
            return refused(Typed.NOTHING, refused);
        }
    }

    private ModelAndView refused(Typed typed, RuleViolation refused) {
        ModelAndView again = page(BalanceAssertions.Which.STANDING, null, typed);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(BalanceAssertions.Which state, @Nullable UUID after, Typed typed) {
        List<Row> rows = assertions.list(state, after, PAGE_SIZE + 1).stream()
                .map(one -> new Row(one, names.nameOf(Actor.parse(one.recordedBy()))))
                .toList();
        return new ModelAndView(
                "ledger/assertions",
                "view",
                new AssertionsView(
                        state.name(),
                        List.of("STANDING", "FAILING", "WITHDRAWN"),
                        Page.cut(rows, PAGE_SIZE, row -> row.assertion().id().toString()),
                        typed,
                        company.get().baseCurrency().code(),
                        permission.has(Duty.POST_JOURNAL_ENTRY)));
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw RuleViolation.ofField("day", "assertion.day-unreadable", typed);
        }
    }

    private Money amount(String typed) {
        String plain = String.valueOf(EnteredNumber.plain(typed));
        if (!plain.matches("[-+]?[0-9]{1,14}(\\.[0-9]{1,4})?")) {
            throw RuleViolation.ofField("balance", "assertion.amount-unreadable", typed);
        }
        return new Money(new BigDecimal(plain), company.get().baseCurrency());
    }
}
