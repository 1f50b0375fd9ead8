package io.simbaerp.invoice.booking.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.ReversePurchaseInvoice;
import io.simbaerp.invoice.booking.ReversalTerms;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
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

/** Takes a posted invoice back: says what will be reversed, asks for the reason, and leads back to its document. */
@Controller
@RequestMapping("/documents/{document}/reversal")
class InvoiceReversalController {

    private final InvoiceReversals reversals;
    private final ReversePurchaseInvoice reverse;
    private final ReverseJournalEntry.Preview preview;
    private final RuleTexts texts;

    InvoiceReversalController(
            InvoiceReversals reversals,
            ReversePurchaseInvoice reverse,
            ReverseJournalEntry.Preview preview,
            RuleTexts texts) {
        this.reversals = reversals;
        this.reverse = reverse;
        this.preview = preview;
        this.texts = texts;
    }

    /**
     * How it is to be taken back.
     *
     * @param entries those that would be posted, once they were asked for
     */
    record Wanted(
            EntryKind kind, LocalDate postingDate, String period, String reason, List<JournalEntryDraft> entries) {}

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
            return page(document, new Wanted(kind, postingDate, period, reason, List.of()), refused);
        }
    }

    /** The entries that would take its own back, the latest first. */
    @PostMapping("/preview")
    ModelAndView preview(
            @PathVariable UUID document,
            @RequestParam EntryKind kind,
            @RequestParam LocalDate postingDate,
            @RequestParam String period,
            @RequestParam(defaultValue = "") String reason) {
        try {
            List<JournalEntryDraft> entries = reversals.of(document).entries().stream()
                    .map(entry -> preview.entry(
                            new JournalEntryId(entry.id()), kind, postingDate, period.strip(), reason.strip()))
                    .toList();
            return page(document, new Wanted(kind, postingDate, period, reason, entries), null);
        } catch (RuleViolation refused) {
            return page(document, new Wanted(kind, postingDate, period, reason, List.of()), refused);
        }
    }

    private ModelAndView page(UUID document, Wanted wanted, @Nullable RuleViolation refused) {
        ModelAndView page = new ModelAndView("invoice/reversal", "view", reversals.of(document));
        page.addObject("wanted", wanted);
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("problem", texts.problem(refused));
        }
        return page;
    }
}
