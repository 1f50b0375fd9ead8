package io.simbaerp.intake.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.QuarantinedView;
import io.simbaerp.document.RejectDocument;
import io.simbaerp.intake.Receipt;
import io.simbaerp.intake.RetryQuarantined;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits in quarantine, and what a person decides about it. */
@Controller
@RequestMapping("/intake")
class IntakeController {

    private static final int ON_A_PAGE = 50;

    private final Documents documents;
    private final RetryQuarantined retryQuarantined;
    private final RejectDocument rejectDocument;
    private final Permission permission;
    private final RuleTexts texts;

    IntakeController(
            Documents documents,
            RetryQuarantined retryQuarantined,
            RejectDocument rejectDocument,
            Permission permission,
            RuleTexts texts) {
        this.documents = documents;
        this.retryQuarantined = retryQuarantined;
        this.rejectDocument = rejectDocument;
        this.permission = permission;
        this.texts = texts;
    }

    @GetMapping
    String list(@RequestParam @Nullable UUID after, Model model) {
        List<QuarantinedView> rows = documents.quarantined(after == null ? null : new DocumentId(after), ON_A_PAGE + 1);
        Page<QuarantineRow> page = Page.cut(
                        rows, ON_A_PAGE, row -> row.document().id().toString())
                .map(row -> QuarantineRow.of(row, texts));
        model.addAttribute(
                "quarantine",
                new Quarantine(
                        page.items(),
                        page.next(),
                        permission.has(Duty.DECIDE_QUARANTINE),
                        permission.has(Duty.RECEIVE_DOCUMENT)));
        return "intake/quarantine";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes answer) {
        DocumentView document = existing(id);
        try {
            Receipt receipt = retryQuarantined.retry(document.id());
            answer.addFlashAttribute("toast", toast(receipt));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute("toast", refusal(refused));
        }
        return "redirect:/intake";
    }

    @PostMapping("/{id}/reject")
    String reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String comment, RedirectAttributes answer) {
        DocumentView document = existing(id);
        try {
            rejectDocument.reject(document.id(), comment);
            answer.addFlashAttribute("toast", Toast.of("intake.rejected", document.fileName()));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute("toast", refusal(refused));
        }
        return "redirect:/intake";
    }

    private DocumentView existing(UUID id) {
        return documents.byId(new DocumentId(id)).orElseThrow(() -> new NotFound("document", id));
    }

    private Toast toast(Receipt receipt) {
        if (receipt.reason() != null) {
            return Toast.refused(
                    "intake.retried-in-vain",
                    texts.rule(receipt.reason().rule(), receipt.reason().args()));
        }
        return Toast.of("intake.retried", Objects.requireNonNullElse(receipt.number(), ""))
                .withLink("/documents/" + receipt.id(), "intake.show");
    }

    private static Toast refusal(RuleViolation refused) {
        return Toast.refused("rule." + refused.rule(), refused.args().toArray());
    }
}
