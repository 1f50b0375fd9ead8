package io.simbaerp.party.creation.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.EvidenceAddress;
import io.simbaerp.party.creation.GiveSupplierProof;
import io.simbaerp.party.creation.SendSupplierAgain;
import io.simbaerp.party.creation.SetCreationApproval;
import io.simbaerp.party.creation.WithdrawSupplier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do to a proposed supplier on its page, and whether new ones are approved at all. */
@Controller
@RequestMapping("/parties")
class CreationController {

    private final GiveSupplierProof giveProof;
    private final SendSupplierAgain sendAgain;
    private final WithdrawSupplier withdrawSupplier;
    private final SetCreationApproval setApproval;

    CreationController(
            GiveSupplierProof giveProof,
            SendSupplierAgain sendAgain,
            WithdrawSupplier withdrawSupplier,
            SetCreationApproval setApproval) {
        this.giveProof = giveProof;
        this.sendAgain = sendAgain;
        this.withdrawSupplier = withdrawSupplier;
        this.setApproval = setApproval;
    }

    @PostMapping("/{id}/creation/proof")
    String prove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String reference,
            RedirectAttributes answer) {
        return done(
                id,
                () -> giveProof.give(new PartyId(id), EvidenceAddress.documentId(document), reference),
                "party.creation.proof-given",
                answer);
    }

    @PostMapping("/{id}/creation/send")
    String send(@PathVariable UUID id, RedirectAttributes answer) {
        return done(id, () -> sendAgain.send(new PartyId(id)), "party.creation.sent", answer);
    }

    @PostMapping("/{id}/creation/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes answer) {
        return done(id, () -> withdrawSupplier.withdraw(new PartyId(id), comment), "party.creation.withdrawn", answer);
    }

    /** An unticked box is not sent. */
    @PostMapping("/creation-approval")
    String set(@RequestParam(required = false) @Nullable String needed, RedirectAttributes answer) {
        setApproval.set(needed != null);
        answer.addFlashAttribute("toast", Toast.of("party.creation.policy-set"));
        return "redirect:/parties/cool-off";
    }

    private static String done(UUID party, Runnable work, String message, RedirectAttributes answer) {
        try {
            work.run();
            answer.addFlashAttribute("toast", Toast.of(message));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/parties/" + party;
    }
}
