package io.simbaerp.supplier;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.party.approval.AccountContents;
import java.util.UUID;

/** Asks for the approval of an account as it stands now, when a process comes to it. */
@UseCase(Duty.RUN_PROCESS)
public class RequestAccountApproval {

    private final AccountContents contents;
    private final AskedAccounts asked;

    RequestAccountApproval(AccountContents contents, AskedAccounts asked) {
        this.contents = contents;
        this.asked = asked;
    }

    /** Asking for the same again changes nothing, nor does asking for an account that was decided about. */
    public void request(@About("bank-account") UUID account) {
        AccountContents.Content content = contents.of(account);
        if (content.state() == AccountContents.State.PROPOSED) {
            asked.ask(content);
        }
    }
}
