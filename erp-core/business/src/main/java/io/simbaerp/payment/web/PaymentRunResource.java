package io.simbaerp.payment.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payment runs over REST: proposed, listed, read, and their files. */
@RestController
@RequestMapping("/api/v1/payment-runs")
class PaymentRunResource {

    private static final int MOST = 200;

    private final PaymentRuns runs;
    private final ProposePaymentRun propose;
    private final RuleTexts texts;

    PaymentRunResource(PaymentRuns runs, ProposePaymentRun propose, RuleTexts texts) {
        this.runs = runs;
        this.propose = propose;
        this.texts = texts;
    }

    /** A run in the list. */
    record RowJson(
            UUID id,
            String number,
            PaymentRunState state,
            String accountName,
            LocalDate dueUntil,
            Money total,
            int orders,
            int blocked) {}

    @PostMapping
    ResponseEntity<PaymentRunJson> propose(@RequestBody ProposalForm body) {
        PaymentRunView run = propose.propose(body.draft());
        return ResponseEntity.created(URI.create("/api/v1/payment-runs/" + run.id()))
                .eTag(String.valueOf(run.version()))
                .body(PaymentRunJson.of(run, texts));
    }

    @GetMapping
    Page<RowJson> list(
            @RequestParam(required = false) @Nullable PaymentRunState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<PaymentRuns.Row> rows = runs.list(state, after, most + 1);
        return Page.cut(rows, most, PaymentRuns.Row::number)
                .map(row -> new RowJson(
                        row.id().value(),
                        row.number(),
                        row.state(),
                        row.accountName(),
                        row.dueUntil(),
                        row.total(),
                        row.orders(),
                        row.blocked()));
    }

    @GetMapping("/{id}")
    ResponseEntity<PaymentRunJson> one(@PathVariable UUID id) {
        PaymentRunView run = existing(id);
        return ResponseEntity.ok().eTag(String.valueOf(run.version())).body(PaymentRunJson.of(run, texts));
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return FileAnswer.of(existing(id), runs.file(new PaymentRunId(id)));
    }

    private PaymentRunView existing(UUID id) {
        return runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
    }
}
