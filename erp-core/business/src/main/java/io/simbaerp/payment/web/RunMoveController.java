package io.simbaerp.payment.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Moves a payment run from its page: sent, changed, cancelled, an item let through. */
@Controller
@RequestMapping("/payment-runs/{id}")
class RunMoveController {

    private final PaymentRuns runs;
    private final RunMoves moves;

    RunMoveController(PaymentRuns runs, RunMoves moves) {
        this.runs = runs;
        this.moves = moves;
    }

    @PostMapping("/send")
    String send(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes flash) {
        return carriedOut(id, flash, "payment.sent", null, () -> moves.send().send(new PaymentRunId(id), version));
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes flash) {
        return carriedOut(id, flash, "payment.cancelled", comment, () -> moves.cancel()
                .cancel(new PaymentRunId(id), comment, version));
    }

    @PostMapping("/cancel-released")
    String cancelReleased(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes flash) {
        return carriedOut(id, flash, "payment.cancelled", comment, () -> moves.cancelReleased()
                .cancel(new PaymentRunId(id), comment, confirmed, version));
    }

    @PostMapping("/orders/{order}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID order,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes flash) {
        return carriedOut(
                id, flash, "payment.removed", null, () -> moves.remove().remove(new PaymentRunId(id), order, version));
    }

    /** Leads back to the approver's task, if it came from there. */
    @PostMapping("/blocked/{item}/let-through")
    String letThrough(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable Integer version,
            RedirectAttributes flash) {
        String run = carriedOut(id, flash, "payment.let-through-done", reason, () -> moves.letThrough()
                .letThrough(new PaymentRunId(id), item, reason, version));
        return task == null ? run : "redirect:/tasks/" + task;
    }

    /** @param entered what stands in the form again if the move is refused */
    private String carriedOut(UUID id, RedirectAttributes flash, String done, @Nullable String entered, Runnable move) {
        PaymentRunView run = runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
        try {
            move.run();
            flash.addFlashAttribute("toast", Toast.of(done, run.number()));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute("kept", entered);
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/payment-runs/" + id;
    }
}
