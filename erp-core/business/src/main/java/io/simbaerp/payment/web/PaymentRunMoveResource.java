package io.simbaerp.payment.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.letgo.LetGoDraft;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to a payment run over REST: sent, changed, cancelled. Each answers with the run as it is then. */
@RestController
@RequestMapping("/api/v1/payment-runs/{id}")
class PaymentRunMoveResource {

    private final PaymentRuns runs;
    private final RunMoves moves;
    private final RuleTexts texts;

    PaymentRunMoveResource(PaymentRuns runs, RunMoves moves, RuleTexts texts) {
        this.runs = runs;
        this.moves = moves;
        this.texts = texts;
    }

    /** Why. */
    record ReasonBody(@Nullable String reason) {}

    /** Why, and that the bank does not carry the file out. */
    record CancelBody(@Nullable String reason, @Nullable Boolean confirmed) {}

    /** Why an order is let go, that the bank does not carry it out, and what was seen open of it. */
    record LetGoBody(
            @Nullable String reason,
            @Nullable Boolean confirmed,
            @Nullable Money stillOpen) {}

    @PostMapping("/send")
    ResponseEntity<PaymentRunJson> send(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        moves.send().send(new PaymentRunId(id), version(ifMatch));
        return answer(id);
    }

    @PostMapping("/cancel")
    ResponseEntity<PaymentRunJson> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        moves.cancel().cancel(new PaymentRunId(id), body == null ? null : body.reason(), version(ifMatch));
        return answer(id);
    }

    @PostMapping("/cancel-released")
    ResponseEntity<PaymentRunJson> cancelReleased(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable CancelBody body) {
        CancelBody given = body == null ? new CancelBody(null, false) : body;
        moves.cancelReleased()
                .cancel(new PaymentRunId(id), given.reason(), Boolean.TRUE.equals(given.confirmed()), version(ifMatch));
        return answer(id);
    }

    @DeleteMapping("/orders/{order}")
    ResponseEntity<PaymentRunJson> remove(
            @PathVariable UUID id,
            @PathVariable UUID order,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        moves.remove().remove(new PaymentRunId(id), order, version(ifMatch));
        return answer(id);
    }

    @PostMapping("/blocked/{item}/let-through")
    ResponseEntity<PaymentRunJson> letThrough(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        moves.letThrough()
                .letThrough(new PaymentRunId(id), item, body == null ? null : body.reason(), version(ifMatch));
        return answer(id);
    }

    @PostMapping("/orders/{order}/let-go")
    ResponseEntity<PaymentRunJson> letGo(
            @PathVariable UUID id, @PathVariable UUID order, @RequestBody(required = false) @Nullable LetGoBody body) {
        moves.letGo()
                .letGo(
                        new PaymentRunId(id),
                        order,
                        body == null
                                ? new LetGoDraft(null, false, null)
                                : new LetGoDraft(
                                        body.reason(), Boolean.TRUE.equals(body.confirmed()), body.stillOpen()));
        return answer(id);
    }

    /** The use case compares it under the lock of the run; what is no version of ours matches none. */
    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new Conflict("payment-run.changed-meanwhile");
        }
    }

    private ResponseEntity<PaymentRunJson> answer(UUID id) {
        PaymentRunView run = existing(id);
        return ResponseEntity.ok().eTag(String.valueOf(run.version())).body(PaymentRunJson.of(run, texts));
    }

    private PaymentRunView existing(UUID id) {
        return runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
    }
}
