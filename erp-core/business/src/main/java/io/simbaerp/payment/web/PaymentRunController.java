package io.simbaerp.payment.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payment runs to read: the list, a run, its file. */
@Controller
@RequestMapping("/payment-runs")
class PaymentRunController {

    private static final int ON_A_PAGE = 50;

    private final PaymentRuns runs;
    private final RunPages pages;
    private final ActorNames names;
    private final Permission permission;

    PaymentRunController(PaymentRuns runs, RunPages pages, ActorNames names, Permission permission) {
        this.runs = runs;
        this.pages = pages;
        this.names = names;
        this.permission = permission;
    }

    /** The list as it is shown. */
    record RunListPage(
            List<RunRow> rows,
            @Nullable String next,
            @Nullable String state,
            List<String> states,
            String address,
            boolean mayPropose) {}

    /** A run in the list. */
    record RunRow(
            UUID id,
            String number,
            String state,
            String tone,
            String account,
            LocalDate dueUntil,
            String proposedBy,
            Instant proposedAt,
            int blocked,
            int orders,
            Money total) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        PaymentRunState wanted = Arrays.stream(PaymentRunState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElse(null);
        Page<PaymentRuns.Row> page =
                Page.cut(runs.list(wanted, after, ON_A_PAGE + 1), ON_A_PAGE, PaymentRuns.Row::number);
        model.addAttribute(
                "list",
                new RunListPage(
                        page.items().stream().map(this::row).toList(),
                        page.next(),
                        wanted == null ? null : wanted.name(),
                        Arrays.stream(PaymentRunState.values()).map(Enum::name).toList(),
                        wanted == null ? "/payment-runs" : "/payment-runs?state=" + wanted,
                        permission.has(Duty.PROPOSE_PAYMENT)));
        return "payment/list";
    }

    @GetMapping("/{id}")
    String run(@PathVariable UUID id, Model model) {
        model.addAttribute("run", pages.page(existing(id), null));
        return "payment/run";
    }

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        return FileAnswer.of(existing(id), runs.file(new PaymentRunId(id)));
    }

    private RunRow row(PaymentRuns.Row row) {
        return new RunRow(
                row.id().value(),
                row.number(),
                row.state().name(),
                RunPages.tone(row.state()),
                row.accountName(),
                row.dueUntil(),
                names.nameOf(Actor.parse(row.proposedBy())),
                row.proposedAt(),
                row.blocked(),
                row.orders(),
                row.total());
    }

    private PaymentRunView existing(UUID id) {
        return runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
    }
}
