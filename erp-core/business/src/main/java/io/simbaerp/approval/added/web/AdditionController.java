package io.simbaerp.approval.added.web;

import io.simbaerp.approval.added.AddApprover;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds an approver from the page of a task. */
@Controller
class AdditionController {

    private final AddApprover addApprover;

    AdditionController(AddApprover addApprover) {
        this.addApprover = addApprover;
    }

    @PostMapping("/tasks/{id}/approvers")
    String add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        try {
            addApprover.add(id, person, reason);
            redirect.addFlashAttribute("toast", Toast.of("approval.added.done"));
        } catch (RuleViolation refused) {
            redirect.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/tasks/" + id;
    }
}
