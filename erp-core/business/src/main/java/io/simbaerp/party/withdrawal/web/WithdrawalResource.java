package io.simbaerp.party.withdrawal.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.page.Page;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.withdrawal.WithdrawBankAccount;
import io.simbaerp.party.withdrawal.WithdrawnAccounts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Withdrawing accounts over REST, and what was withdrawn. */
@RestController
@RequestMapping("/api/v1/parties/{id}")
class WithdrawalResource {

    private final Parties parties;
    private final WithdrawBankAccount withdrawBankAccount;
    private final WithdrawnAccounts withdrawnAccounts;

    WithdrawalResource(Parties parties, WithdrawBankAccount withdrawBankAccount, WithdrawnAccounts withdrawnAccounts) {
        this.parties = parties;
        this.withdrawBankAccount = withdrawBankAccount;
        this.withdrawnAccounts = withdrawnAccounts;
    }

    /** Why. */
    record WithdrawalEntry(@Nullable String reason) {}

    @GetMapping("/withdrawn-accounts")
    Page<WithdrawnAccounts.Withdrawn> withdrawn(@PathVariable UUID id) {
        PartyId party = new PartyId(id);
        if (parties.byId(party).isEmpty()) {
            throw new NotFound("party", id);
        }
        return new Page<>(withdrawnAccounts.of(party), null);
    }

    @PostMapping("/accounts/{account}/withdraw")
    Page<WithdrawnAccounts.Withdrawn> withdraw(
            @PathVariable UUID id, @PathVariable UUID account, @RequestBody WithdrawalEntry entry) {
        withdrawBankAccount.withdraw(new PartyId(id), account, entry.reason());
        return withdrawn(id);
    }
}
