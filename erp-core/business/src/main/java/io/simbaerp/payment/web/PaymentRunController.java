package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.page.list.ListView;
import io.simbaerp.page.list.Lists;
import io.simbaerp.payment.PaymentRunId;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payment runs to read: the list, a run, its file. */
@Controller
@RequestMapping("/payment-runs")
class PaymentRunController {

    private final PaymentRuns runs;
    private final RunPages pages;
    private final Lists lists;
    private final Permission permission;

    PaymentRunController(PaymentRuns runs, RunPages pages, Lists lists, Permission permission) {
        this.runs = runs;
        this.pages = pages;
        this.lists = lists;
        this.permission = permission;
    }

    /** The list as it is shown. */
    record RunListPage(ListView list, boolean mayPropose) {}

    @GetMapping
    String list(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute(
                "runs",
                new RunListPage(lists.page(PaymentRunListing.KEY, asked), permission.has(Duty.PROPOSE_PAYMENT)));
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

    private PaymentRunView existing(UUID id) {
        return runs.byId(new PaymentRunId(id)).orElseThrow(() -> new NotFound("payment-run", id));
    }
}
