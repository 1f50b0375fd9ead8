package io.simbaerp.ledger.proposal;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposed entries, how they went back and forth, and their ends, in the integrity log. */
@Component
class ProposalLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.added("ledger-entry-proposal", "ledger.entry_proposal"),
                LeafKind.addedWithKey(
                        "ledger-entry-proposal-turn", "ledger.entry_proposal_turn", "proposal_id", "number"),
                LeafKind.addedWithKey("ledger-entry-proposal-end", "ledger.entry_proposal_end", "proposal_id"));
    }
}
