package io.simbaerp.invoice.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.booking.DeductDeferredVat;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.EnteredNumber;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.tax.VatRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Input tax that waits for the payment of its invoice, and its deduction. */
@Controller
@RequestMapping("/invoices/waiting-vat")
class WaitingVatController {

    private static final int MOST = 200;

    private final VatRegister vatRegister;
    private final DeductDeferredVat deduct;
    private final DeductDeferredVat.Preview preview;
    private final BusinessDay businessDay;
    private final Permission permission;
    private final RuleTexts texts;

    WaitingVatController(
            VatRegister vatRegister,
            DeductDeferredVat deduct,
            DeductDeferredVat.Preview preview,
            BusinessDay businessDay,
            Permission permission,
            RuleTexts texts) {
        this.vatRegister = vatRegister;
        this.deduct = deduct;
        this.preview = preview;
        this.businessDay = businessDay;
        this.permission = permission;
        this.texts = texts;
    }

    /** The page as it is shown; {@code wanted} once something was entered. */
    record WaitingView(
            List<VatRegister.Waiting> rows,
            LocalDate today,
            boolean mayDeduct,
            @Nullable Wanted wanted) {}

    /**
     * What is to be deducted.
     *
     * @param would what that writes, once it was asked for
     */
    record Wanted(
            UUID document,
            LocalDate paidOn,
            String paid,
            String currency,
            DeductDeferredVat.@Nullable Deduction would) {}

    @GetMapping
    String waiting(Model model) {
        model.addAttribute("view", view(null));
        return "invoice/waiting-vat";
    }

    @PostMapping("/{document}")
    ModelAndView deduct(
            @PathVariable UUID document,
            @RequestParam LocalDate paidOn,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "PLN") String currency,
            RedirectAttributes flash) {
        try {
            deduct.deduct(new DocumentId(document), paidOn, amount(paid, currency));
            flash.addFlashAttribute("toast", Toast.of("invoice.waiting.deducted"));
            return new ModelAndView("redirect:/invoices/waiting-vat");
        } catch (RuleViolation refused) {
            return again(new Wanted(document, paidOn, paid, currency, null), refused);
        }
    }

    /** What deducting would write, before it does. */
    @PostMapping("/{document}/preview")
    ModelAndView preview(
            @PathVariable UUID document,
            @RequestParam LocalDate paidOn,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "PLN") String currency) {
        try {
            DeductDeferredVat.Deduction would = preview.of(new DocumentId(document), paidOn, amount(paid, currency));
            return new ModelAndView(
                    "invoice/waiting-vat", "view", view(new Wanted(document, paidOn, paid, currency, would)));
        } catch (RuleViolation refused) {
            return again(new Wanted(document, paidOn, paid, currency, null), refused);
        }
    }

    private ModelAndView again(Wanted wanted, RuleViolation refused) {
        ModelAndView again = new ModelAndView("invoice/waiting-vat", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("view", view(wanted));
        again.addObject("problem", texts.problem(refused));
        return again;
    }

    private WaitingView view(@Nullable Wanted wanted) {
        return new WaitingView(
                vatRegister.waiting(MOST), businessDay.today(), permission.has(Duty.POST_JOURNAL_ENTRY), wanted);
    }

    private static @Nullable Money amount(String entered, String currency) {
        String plain = EnteredNumber.plain(entered);
        if (plain == null || plain.isEmpty()) {
            return null;
        }
        try {
            return new Money(new BigDecimal(plain), CurrencyCode.of(currency));
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("paid", "invoice.coding-malformed", entered + " " + currency);
        }
    }
}
