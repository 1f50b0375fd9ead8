package io.simbaerp.ledger.proposal;

import io.simbaerp.architecture.Actor;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to whoever keeps approvals: the ledger asks, and trusts no process to have asked. */
public interface EntryApproval {

    /** Whether everybody asked has approved exactly this content of the proposal. */
    boolean granted(UUID proposal, String contentHash);

    /** Who returned or rejected it, and why; nothing if nobody did. */
    Optional<Refusal> refusal(UUID proposal);

    /** What an approver said against it. */
    record Refusal(Actor by, @Nullable String reason) {}
}
