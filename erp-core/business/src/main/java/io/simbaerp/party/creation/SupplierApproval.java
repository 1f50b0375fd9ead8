package io.simbaerp.party.creation;

import java.util.Optional;
import java.util.UUID;

/** Port to whoever keeps approvals: a supplier is approved by what is stored there, and by nothing else. */
public interface SupplierApproval {

    /** The person who approved exactly this content of the supplier; nobody as long as an approval is missing. */
    Optional<UUID> approver(UUID party, String contentHash);

    /** Why somebody asked said no last; empty if nobody did. */
    Optional<String> refusal(UUID party);
}
