package io.simbaerp.ledger.policy.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.policy.BookPolicies;
import io.simbaerp.ledger.policy.BookingDay;
import io.simbaerp.ledger.policy.SetBookingDay;
import io.simbaerp.ledger.policy.SetEntryLimit;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the company says about its books. */
@Controller
@RequestMapping("/ledger/policy")
class BookPolicyController {

    private final BookPolicies policies;
    private final SetBookingDay set;
    private final SetEntryLimit setLimit;
    private final CurrentCompany currentCompany;
    private final Permission permission;
    private final RuleTexts texts;

    BookPolicyController(
            BookPolicies policies,
            SetBookingDay set,
            SetEntryLimit setLimit,
            CurrentCompany currentCompany,
            Permission permission,
            RuleTexts texts) {
        this.setLimit = setLimit;
        this.currentCompany = currentCompany;
        this.texts = texts;
        this.policies = policies;
        this.set = set;
        this.permission = permission;
    }

    /** The policies. */
    record PolicyView(BookingDay bookingDay, String entryLimit, String currency, boolean maintained) {

        public List<BookingDay> days() {
            return List.of(BookingDay.values());
        }
    }

    @GetMapping
    ModelAndView page() {
        return page(policies.entryLimit()
                .map(limit -> limit.amount().toPlainString())
                .orElse(""));
    }

    @PostMapping
    ModelAndView set(@RequestParam BookingDay bookingDay, RedirectAttributes flash) {
        set.set(bookingDay);
        return done(flash);
    }

    /** An empty limit is none. */
    @PostMapping("/entry-limit")
    ModelAndView limit(@RequestParam(defaultValue = "") String entryLimit, RedirectAttributes flash) {
        permission.require(Duty.MAINTAIN_LEDGER);
        String plain = EnteredNumber.plain(entryLimit.strip());
        try {
            if (plain != null && !plain.isBlank() && !plain.matches("[0-9]{1,13}(\\.[0-9]{1,2})?")) {
                throw RuleViolation.ofField("entryLimit", "book-policy.limit-wrong");
            }
            setLimit.set(
                    plain == null || plain.isBlank()
                            ? null
                            : new Money(
                                    new BigDecimal(plain), currentCompany.get().baseCurrency()));
        } catch (RuleViolation refused) {
            ModelAndView again = page(entryLimit);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("problem", texts.problem(refused));
        }
        return done(flash);
    }

    private static ModelAndView done(RedirectAttributes flash) {
        flash.addFlashAttribute("toast", Toast.of("ledger.policy-set"));
        return new ModelAndView("redirect:/ledger/policy");
    }

    private ModelAndView page(String entryLimit) {
        return new ModelAndView(
                "ledger/policy",
                "view",
                new PolicyView(
                        policies.bookingDay(),
                        entryLimit,
                        currentCompany.get().baseCurrency().code(),
                        permission.has(Duty.MAINTAIN_LEDGER)));
    }
}
