package io.simbaerp.party.approval;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Port to whoever keeps approvals: an account is confirmed by what is stored there, and by nothing else. */
public interface AccountApproval {

    /** The person who approved exactly this content of the account; nobody as long as an approval is missing. */
    Optional<UUID> approver(UUID account, String contentHash);

    /** Everybody who decided about the account as it was last asked for, and in whose name. */
    Set<UUID> deciders(UUID account);
}
