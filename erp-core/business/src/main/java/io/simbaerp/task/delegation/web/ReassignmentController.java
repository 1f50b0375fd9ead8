package io.simbaerp.task.delegation.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.task.delegation.ReassignTask;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a colleague's task over, or gives it to another one, from its page. */
@Controller
class ReassignmentController {

    private final ReassignTask reassignTask;
    private final CurrentActor currentActor;

    ReassignmentController(ReassignTask reassignTask, CurrentActor currentActor) {
        this.reassignTask = reassignTask;
        this.currentActor = currentActor;
    }

    @PostMapping("/tasks/{id}/take-over")
    String takeOver(@PathVariable UUID id, RedirectAttributes redirect) {
        return done(
                id,
                "reassignment.taken-over",
                "/tasks/" + id,
                redirect,
                () -> reassignTask.reassign(id, currentActor.get().self().orElse(null), null));
    }

    @PostMapping("/tasks/{id}/reassign")
    String reassign(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes redirect) {
        return done(
                id, "reassignment.done", "/tasks?view=people", redirect, () -> reassignTask.reassign(id, person, note));
    }

    private static String done(UUID id, String words, String next, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
        } catch (RuleViolation refused) {
            redirect.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
            return "redirect:/tasks/" + id;
        }
        redirect.addFlashAttribute("toast", Toast.of(words));
        return "redirect:" + next;
    }
}
