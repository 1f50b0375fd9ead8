package io.simbaerp.supplier;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.ConfirmBankAccount;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.approval.AccountDecision;
import java.util.UUID;

/** Approves a partner's account where it is seen, and confirms it by that decision: the task on the desk ends with it. */
@UseCase(Duty.CONFIRM_BANK_ACCOUNT)
public class ApproveBankAccount implements AccountDecision {

    private final AccountContents contents;
    private final AskedAccounts asked;
    private final AccountDecisions decisions;
    private final ConfirmBankAccount confirmBankAccount;

    ApproveBankAccount(
            AccountContents contents,
            AskedAccounts asked,
            AccountDecisions decisions,
            ConfirmBankAccount confirmBankAccount) {
        this.contents = contents;
        this.asked = asked;
        this.decisions = decisions;
        this.confirmBankAccount = confirmBankAccount;
    }

    /**
     * Asks for the approval first, for accounts proposed before approvals of accounts were kept.
     *
     * @throws io.simbaerp.architecture.NotFound of the account
     * @throws io.simbaerp.architecture.RuleViolation bank-account.own-proposal, bank-account.confirmed-already,
     *     bank-account.withdrawn-already, bank-account.confirmed-by-people-only, bank-account.proof-missing
     */
    @Override
    public void approve(@About("bank-account") UUID account) {
        AccountContents.Content content = contents.of(account);
        if (content.state() == AccountContents.State.PROPOSED) {
            asked.ask(content);
        }
        decisions.decide(content, Decision.APPROVE, content.hash(), null);
        confirmBankAccount.confirm(account);
    }
}
