package io.simbaerp.invoice.booking.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.ReversePurchaseInvoice;
import io.simbaerp.invoice.booking.ReversalTerms;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.UUID;
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

/** Takes a posted invoice back: says what will be reversed, asks for the reason, and leads back to its document. */
@Controller
@RequestMapping("/documents/{document}/reversal")
class InvoiceReversalController {

    private final InvoiceReversals reversals;
    private final ReversePurchaseInvoice reverse;
    private final RuleTexts texts;

    InvoiceReversalController(InvoiceReversals reversals, ReversePurchaseInvoice reverse, RuleTexts texts) {
        this.reversals = reversals;
        this.reverse = reverse;
        this.texts = texts;
    }

    @GetMapping
    String form(@PathVariable UUID document, Model model) {
        model.addAttribute("view", reversals.of(document));
        return "invoice/reversal";
    }

    @PostMapping
    ModelAndView reverse(
            @PathVariable UUID document,
            @RequestParam EntryKind kind,
            @RequestParam LocalDate postingDate,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            PurchaseInvoiceId invoice =
                    new PurchaseInvoiceId(reversals.invoice(document).id());
            reverse.reverse(invoice, new ReversalTerms(kind, postingDate, period.strip(), reason.strip()));
            flash.addFlashAttribute("toast", Toast.of("invoice.reversal.done"));
            return new ModelAndView("redirect:/documents/" + document);
        } catch (RuleViolation refused) {
            ModelAndView again = new ModelAndView("invoice/reversal", HttpStatus.UNPROCESSABLE_CONTENT);
            again.addObject("view", reversals.of(document));
            again.addObject("problem", texts.problem(refused));
            again.addObject("reason", reason);
            return again;
        }
    }
}
