package io.simbaerp.task.delegation.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.task.delegation.DelegateTask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a task on from its page. */
@Controller
class DelegationController {

    private final DelegateTask delegateTask;

    DelegationController(DelegateTask delegateTask) {
        this.delegateTask = delegateTask;
    }

    @PostMapping("/tasks/{id}/delegate")
    String delegate(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes redirect) {
        try {
            delegateTask.delegate(id, person, note);
        } catch (RuleViolation refused) {
            redirect.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
            return "redirect:/tasks/" + id;
        }
        redirect.addFlashAttribute("toast", Toast.of("delegation.done"));
        return "redirect:/tasks";
    }
}
