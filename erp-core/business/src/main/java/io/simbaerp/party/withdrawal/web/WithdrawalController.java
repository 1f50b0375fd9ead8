package io.simbaerp.party.withdrawal.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.withdrawal.WithdrawBankAccount;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Withdraws an account from the page of its party. */
@Controller
class WithdrawalController {

    private final WithdrawBankAccount withdrawBankAccount;

    WithdrawalController(WithdrawBankAccount withdrawBankAccount) {
        this.withdrawBankAccount = withdrawBankAccount;
    }

    @PostMapping("/parties/{id}/accounts/{account}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID account,
            @RequestParam(required = false) @Nullable String comment,
            RedirectAttributes answer) {
        try {
            withdrawBankAccount.withdraw(new PartyId(id), account, comment);
            answer.addFlashAttribute("toast", Toast.of("party.account-withdrawn"));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/parties/" + id;
    }
}
