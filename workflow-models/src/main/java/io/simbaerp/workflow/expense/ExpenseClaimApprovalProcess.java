package io.simbaerp.workflow.expense;

import io.simbaerp.expense.SendClaim.ExpenseClaimSent;
import io.simbaerp.expense.WithdrawClaim.ExpenseClaimWithdrawn;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every claim that is sent, and ends it when its claimant takes the claim back. */
@Component
class ExpenseClaimApprovalProcess {

    static final String ID = "ExpenseClaimApproval";

    private static final String WITHDRAWN = "ExpenseClaimWithdrawn";

    private final Processes processes;

    ExpenseClaimApprovalProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void begin(ExpenseClaimSent event) {
        processes.begin(
                ID, event.claimId(), Map.of("claimId", event.claimId().toString(), "subjectKind", "expense-claim"));
    }

    @EventListener
    void withdrawn(ExpenseClaimWithdrawn event) {
        processes.tell(WITHDRAWN, event.claimId());
    }
}
