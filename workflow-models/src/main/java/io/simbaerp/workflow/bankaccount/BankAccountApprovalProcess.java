package io.simbaerp.workflow.bankaccount;

import io.simbaerp.party.BankAccountConfirmed;
import io.simbaerp.party.BankAccountProposed;
import io.simbaerp.party.PartyChanged;
import io.simbaerp.party.approval.AccountContents;
import io.simbaerp.party.cooloff.CoolOffWaived;
import io.simbaerp.party.withdrawal.BankAccountWithdrawn;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process of every account somebody proposed, in the transaction that proposed it, and tells it what happened to
 * the account elsewhere.
 */
@Component
class BankAccountApprovalProcess {

    static final String ID = "BankAccountApproval";
    static final String ACCOUNT = "accountId";

    private final Processes processes;
    private final AccountContents contents;

    BankAccountApprovalProcess(Processes processes, AccountContents contents) {
        this.processes = processes;
        this.contents = contents;
    }

    @EventListener
    void begin(BankAccountProposed event) {
        processes.begin(ID, event.accountId(), Map.of(ACCOUNT, event.accountId().toString()));
    }

    @EventListener
    void confirmed(BankAccountConfirmed event) {
        processes.tell("AccountConfirmed", event.accountId());
    }

    @EventListener
    void withdrawn(BankAccountWithdrawn event) {
        processes.tell("AccountWithdrawn", event.accountId());
    }

    @EventListener
    void waived(CoolOffWaived event) {
        processes.tell("CoolOffWaived", event.accountId());
    }

    /** Its owner's name and tax id are part of what is approved. */
    @EventListener
    void changed(PartyChanged event) {
        contents.waiting(event.partyId()).forEach(account -> processes.tell("AccountChanged", account.id()));
    }
}
