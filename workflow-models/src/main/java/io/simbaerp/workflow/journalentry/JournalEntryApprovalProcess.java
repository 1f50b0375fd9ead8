package io.simbaerp.workflow.journalentry;

import io.simbaerp.ledger.proposal.EntryProposed;
import io.simbaerp.workflow.engine.Processes;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every entry proposed above the limit, in the transaction that proposed it. */
@Component
class JournalEntryApprovalProcess {

    static final String ID = "JournalEntryApproval";
    static final String PROPOSAL = "proposalId";

    private final Processes processes;

    JournalEntryApprovalProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void begin(EntryProposed event) {
        processes.begin(
                ID, event.proposalId(), Map.of(PROPOSAL, event.proposalId().toString()));
    }
}
