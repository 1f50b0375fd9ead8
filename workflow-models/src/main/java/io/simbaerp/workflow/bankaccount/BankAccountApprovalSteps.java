package io.simbaerp.workflow.bankaccount;

import io.simbaerp.architecture.Duty;
import io.simbaerp.party.ConfirmBankAccount;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.supplier.RequestAccountApproval;
import io.simbaerp.workflow.engine.Step;
import io.simbaerp.workflow.engine.Steps;
import java.time.LocalDate;
import java.util.UUID;

/** What the model {@code BankAccountApproval} calls: one use case each, ids in, constants out. */
@Steps(
        process = BankAccountApprovalProcess.ID,
        duties = {Duty.CONFIRM_BANK_ACCOUNT, Duty.VIEW_PARTY})
public class BankAccountApprovalSteps {

    private static final String NONE = "NONE";

    private final RequestAccountApproval requestAccountApproval;
    private final ConfirmBankAccount confirmBankAccount;
    private final AccountContents contents;

    BankAccountApprovalSteps(
            RequestAccountApproval requestAccountApproval,
            ConfirmBankAccount confirmBankAccount,
            AccountContents contents) {
        this.requestAccountApproval = requestAccountApproval;
        this.confirmBankAccount = confirmBankAccount;
        this.contents = contents;
    }

    @Step
    public void requestApproval(String accountId) {
        requestAccountApproval.request(UUID.fromString(accountId));
    }

    @Step
    public String confirm(String accountId) {
        return confirmBankAccount.confirm(UUID.fromString(accountId)).name();
    }

    /** The first day on which it may be paid to, as a timer reads it. */
    @Step
    public String payableFrom(String accountId) {
        LocalDate day = contents.of(UUID.fromString(accountId)).payableFrom();
        return day == null ? NONE : day.toString();
    }
}
