package io.simbaerp.workflow.journalentry;

import io.simbaerp.ledger.proposal.EntryProposed;
import io.simbaerp.ledger.proposal.ProposedEntryCorrected;
import io.simbaerp.ledger.proposal.ProposedEntryWithdrawn;
import io.simbaerp.workflow.engine.Processes;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the process of every entry proposed above the limit, in the transaction that proposed it, and tells it when its
 * author corrected the entry or took it back.
 */
@Component
class JournalEntryApprovalProcess {

    static final String ID = "JournalEntryApproval";
    static final String PROPOSAL = "proposalId";

    /** Whose task the entry is when it comes back. */
    static final String AUTHOR = "authorId";

    private static final String WITHDRAWN = "EntryWithdrawn";
    private static final String CORRECTED = "EntryCorrected";

    private final Processes processes;

    JournalEntryApprovalProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void begin(EntryProposed event) {
        Map<String, String> variables = new HashMap<>();
        variables.put(PROPOSAL, event.proposalId().toString());
        event.actor().userId().ifPresent(author -> variables.put(AUTHOR, author.toString()));
        processes.begin(ID, event.proposalId(), variables);
    }

    @EventListener
    void corrected(ProposedEntryCorrected event) {
        processes.tell(CORRECTED, event.proposalId());
    }

    @EventListener
    void withdrawn(ProposedEntryWithdrawn event) {
        processes.tell(WITHDRAWN, event.proposalId());
    }
}
