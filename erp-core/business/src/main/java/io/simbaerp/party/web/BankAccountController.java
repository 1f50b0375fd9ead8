package io.simbaerp.party.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.ProposeBankAccount;
import io.simbaerp.party.approval.AccountDecision;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposes and confirms bank accounts on the page of a party. */
@Controller
@RequestMapping("/parties/{id}/accounts")
class BankAccountController {

    private static final int UNPROCESSABLE = 422;

    private final Parties parties;
    private final ProposeBankAccount proposeBankAccount;
    private final AccountDecision accountDecision;
    private final PartyPages pages;
    private final RuleTexts texts;

    BankAccountController(
            Parties parties,
            ProposeBankAccount proposeBankAccount,
            AccountDecision accountDecision,
            PartyPages pages,
            RuleTexts texts) {
        this.parties = parties;
        this.proposeBankAccount = proposeBankAccount;
        this.accountDecision = accountDecision;
        this.pages = pages;
        this.texts = texts;
    }

    @Permission.Required(Duty.MAINTAIN_PARTY)
    @PostMapping
    String propose(
            @PathVariable UUID id,
            @ModelAttribute AccountForm entered,
            Model model,
            HttpServletResponse response,
            RedirectAttributes answer) {
        try {
            proposeBankAccount.propose(entered.draft(new PartyId(id)));
            answer.addFlashAttribute("toast", Toast.of("party.account-proposed"));
            return "redirect:/parties/" + id;
        } catch (RuleViolation refused) {
            response.setStatus(UNPROCESSABLE);
            model.addAttribute("party", pages.of(existing(id), entered.entered()));
            model.addAttribute("problem", texts.problem(refused));
            return "party/party";
        }
    }

    @PostMapping("/{account}/confirm")
    String confirm(@PathVariable UUID id, @PathVariable UUID account, RedirectAttributes answer) {
        if (existing(id).accounts().stream().noneMatch(known -> known.id().equals(account))) {
            throw new NotFound("bank-account", account);
        }
        try {
            accountDecision.approve(account);
            answer.addFlashAttribute("toast", Toast.of("party.account-confirmed"));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/parties/" + id;
    }

    private PartyView existing(UUID id) {
        return parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
    }
}
