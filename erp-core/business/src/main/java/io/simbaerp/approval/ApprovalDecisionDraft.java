package io.simbaerp.approval;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Subject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person makes it.
 *
 * @param level the level decided on, by the duty it asks for
 * @param contentHash the fingerprint of what the person was shown
 * @param comment why; demanded unless it is an approval
 * @param barred who may not decide since it is their own work, such as whoever coded the invoice
 */
public record ApprovalDecisionDraft(
        Subject subject,
        Duty level,
        Decision decision,
        String contentHash,
        @Nullable String comment,
        Set<UUID> barred) {

    public ApprovalDecisionDraft {
        barred = Set.copyOf(barred);
    }
}
