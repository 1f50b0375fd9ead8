package io.simbaerp.payment.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.letgo.LetGoDraft;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an order go: first what is at stake, then the reason and the confirmation. */
@Controller
@RequestMapping("/payment-runs/{id}/orders/{order}/let-go")
class LetGoController {

    private final PaymentRuns runs;
    private final RunMoves moves;
    private final LetGoPages pages;
    private final Permission permission;
    private final RuleTexts texts;

    LetGoController(PaymentRuns runs, RunMoves moves, LetGoPages pages, Permission permission, RuleTexts texts) {
        this.runs = runs;
        this.moves = moves;
        this.pages = pages;
        this.permission = permission;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView look(@PathVariable UUID id, @PathVariable UUID order) {
        permission.require(Duty.APPROVE_PAYMENT);
        return page(id, order);
    }

    @PostMapping
    ModelAndView letGo(
            @PathVariable UUID id,
            @PathVariable UUID order,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(required = false) @Nullable BigDecimal stillOpen,
            RedirectAttributes flash) {
        try {
            Money seen = stillOpen == null
                    ? null
                    : new Money(stillOpen, order(run(id), order).amount().currency());
            moves.letGo().letGo(new PaymentRunId(id), order, new LetGoDraft(reason, confirmed, seen));
        } catch (RuleViolation refused) {
            ModelAndView again = page(id, order).addObject("problem", texts.problem(refused));
            again.setStatus(refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return again.addObject("reason", reason);
        }
        flash.addFlashAttribute("toast", Toast.of("payment.let-go-done"));
        return new ModelAndView("redirect:/payment-runs/" + id);
    }

    private ModelAndView page(UUID id, UUID orderId) {
        PaymentRunView run = run(id);
        return new ModelAndView("payment/let-go").addObject("page", pages.page(run, order(run, orderId)));
    }

    private PaymentRunView run(UUID id) {
        return runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
    }

    private static PaymentRunView.Order order(PaymentRunView run, UUID id) {
        return run.orders().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment-order", id));
    }
}
