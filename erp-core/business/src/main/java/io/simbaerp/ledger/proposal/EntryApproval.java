package io.simbaerp.ledger.proposal;

import java.util.Optional;
import java.util.UUID;

/** Port to whoever keeps approvals: the ledger asks, and trusts no process to have asked. */
public interface EntryApproval {

    /** Whether everybody asked has approved exactly this content of the proposal. */
    boolean granted(UUID proposal, String contentHash);

    /** Why it was rejected; nothing if nobody did. */
    Optional<String> reason(UUID proposal);
}
