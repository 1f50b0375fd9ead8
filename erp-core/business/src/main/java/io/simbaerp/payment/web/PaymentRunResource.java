package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.list.Lists;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
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

    private final PaymentRuns runs;
    private final ProposePaymentRun propose;
    private final RuleTexts texts;
    private final Lists lists;

    PaymentRunResource(PaymentRuns runs, ProposePaymentRun propose, RuleTexts texts, Lists lists) {
        this.lists = lists;
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

    @Permission.Required(Duty.PROPOSE_PAYMENT)
    @PostMapping
    ResponseEntity<PaymentRunJson> propose(@RequestBody ProposalForm body) {
        PaymentRunView run = propose.propose(body.draft());
        return ResponseEntity.created(URI.create("/api/v1/payment-runs/" + run.id()))
                .eTag(String.valueOf(run.version()))
                .body(PaymentRunJson.of(run, texts));
    }

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<RowJson> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(PaymentRunListing.KEY, asked, limit);
        List<RowJson> rows = runs.byIds(page.items()).stream()
                .map(row -> new RowJson(
                        row.id().value(),
                        row.number(),
                        row.state(),
                        row.accountName(),
                        row.dueUntil(),
                        row.total(),
                        row.orders(),
                        row.blocked()))
                .toList();
        return new Page<>(rows, page.next());
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
