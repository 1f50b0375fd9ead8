package io.simbaerp.payment.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.proof.RecordWhiteListProof;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts a payment run together: due items, what would be paid and what is blocked, then the proposal. */
@Controller
@RequestMapping("/payment-runs")
class NewRunController {

    private final NewRunPages pages;
    private final ProposePaymentRun propose;
    private final RecordWhiteListProof recordProof;
    private final Permission permission;
    private final RuleTexts texts;

    NewRunController(
            NewRunPages pages,
            ProposePaymentRun propose,
            RecordWhiteListProof recordProof,
            Permission permission,
            RuleTexts texts) {
        this.pages = pages;
        this.propose = propose;
        this.recordProof = recordProof;
        this.permission = permission;
        this.texts = texts;
    }

    @GetMapping("/new")
    ModelAndView look(@ModelAttribute ProposalForm asked) {
        permission.require(Duty.VIEW_PAYMENT);
        ProposalForm form = pages.completed(asked);
        try {
            return view().addObject("page", pages.page(form));
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    @Permission.Required(Duty.PROPOSE_PAYMENT)
    @PostMapping
    ModelAndView propose(@ModelAttribute ProposalForm form, RedirectAttributes flash) {
        try {
            PaymentRunView run = propose.propose(form.draft());
            flash.addFlashAttribute("toast", Toast.of("payment.proposed", run.number()));
            return new ModelAndView("redirect:/payment-runs/" + run.id());
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    @PostMapping("/proofs")
    ModelAndView proof(
            @RequestParam UUID party,
            @RequestParam(required = false) @Nullable String iban,
            @RequestParam(required = false) @Nullable String requestId,
            @ModelAttribute ProposalForm form,
            RedirectAttributes flash) {
        try {
            recordProof.record(party, iban, requestId);
            flash.addFlashAttribute("toast", Toast.of("payment.proof-kept"));
        } catch (RuleViolation refused) {
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        flash.addAttribute("accountId", form.accountId());
        flash.addAttribute("dueUntil", form.dueUntil());
        flash.addAttribute("payOn", form.payOn() == null ? "" : form.payOn());
        return new ModelAndView("redirect:/payment-runs/new");
    }

    private ModelAndView again(ProposalForm form, RuleViolation refused) {
        ModelAndView page = view().addObject("page", pages.without(form));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private static ModelAndView view() {
        return new ModelAndView("payment/new");
    }
}
