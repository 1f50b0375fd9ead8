package io.simbaerp.workflow.supplier;

import io.simbaerp.party.PartyChanged;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.party.creation.SupplierProofGiven;
import io.simbaerp.party.creation.SupplierProposed;
import io.simbaerp.party.creation.SupplierSentAgain;
import io.simbaerp.party.creation.SupplierWithdrawn;
import io.simbaerp.workflow.engine.Processes;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every proposed supplier, in the transaction that proposed it, and tells it what happened to it since. */
@Component
class SupplierApprovalProcess {

    static final String ID = "SupplierApproval";

    private static final String PARTY = "partyId";

    /** Whose task the supplier is when it comes back. */
    private static final String AUTHOR = "authorId";

    private static final String CHANGED = "SupplierChanged";

    private final Processes processes;
    private final SupplierCreations creations;

    SupplierApprovalProcess(Processes processes, SupplierCreations creations) {
        this.processes = processes;
        this.creations = creations;
    }

    @EventListener
    void begin(SupplierProposed event) {
        UUID party = event.partyId().value();
        Map<String, String> variables = new HashMap<>();
        variables.put(PARTY, party.toString());
        variables.put("subjectKind", "party");
        event.actor().userId().ifPresent(author -> variables.put(AUTHOR, author.toString()));
        processes.begin(ID, party, variables);
    }

    @EventListener
    void changed(PartyChanged event) {
        tellOfChange(event.partyId());
    }

    @EventListener
    void proven(SupplierProofGiven event) {
        tellOfChange(event.partyId());
    }

    @EventListener
    void sentAgain(SupplierSentAgain event) {
        processes.tell("SupplierSentAgain", event.partyId().value());
    }

    @EventListener
    void withdrawn(SupplierWithdrawn event) {
        processes.tell("SupplierWithdrawn", event.partyId().value());
    }

    /** What is asked about is another supplier then, as long as it waits. */
    private void tellOfChange(PartyId party) {
        if (creations.find(party).isPresent()) {
            processes.tell(CHANGED, party.value());
        }
    }
}
