package io.simbaerp.approval.proposal.web;

import io.simbaerp.approval.proposal.NameAnother;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on a task's page who should have been asked. */
@Controller
class NotMeController {

    private final NameAnother nameAnother;

    NotMeController(NameAnother nameAnother) {
        this.nameAnother = nameAnother;
    }

    @PostMapping("/tasks/{id}/not-me")
    String name(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        try {
            NameAnother.Named named = nameAnother.name(id, person, reason);
            if (!named.handedOn()) {
                redirect.addFlashAttribute("toast", Toast.of("rule-proposal.named-stays"));
                return "redirect:/tasks/" + id;
            }
            redirect.addFlashAttribute(
                    "toast", Toast.of(named.proposal() == null ? "rule-proposal.named-only" : "rule-proposal.named"));
        } catch (RuleViolation refused) {
            redirect.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
            return "redirect:/tasks/" + id;
        }
        return "redirect:/tasks";
    }
}
