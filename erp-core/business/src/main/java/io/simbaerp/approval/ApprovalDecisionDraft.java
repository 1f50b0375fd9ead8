package io.simbaerp.approval;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.limit.Commitment;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person makes it.
 *
 * @param level the level decided on, by the duty it asks for
 * @param contentHash the fingerprint of what the person was shown
 * @param comment why; demanded unless it is an approval
 * @param priorActs what was done to the matter before: nobody decides about their own work
 * @param extent how far the decision goes: the duty must reach so far
 * @param person whose seat it is, where one person was asked and not whoever holds the duty
 * @param commitment what an approval commits the company to, where rolling limits may hold
 */
public record ApprovalDecisionDraft(
        Subject subject,
        Duty level,
        Decision decision,
        String contentHash,
        @Nullable String comment,
        List<PriorAct> priorActs,
        Extent extent,
        @Nullable Commitment commitment,
        @Nullable UUID person) {

    public ApprovalDecisionDraft {
        priorActs = List.copyOf(priorActs);
    }

    /** About something rolling limits don't speak of. */
    public ApprovalDecisionDraft(
            Subject subject,
            Duty level,
            Decision decision,
            String contentHash,
            @Nullable String comment,
            List<PriorAct> priorActs,
            Extent extent) {
        this(subject, level, decision, contentHash, comment, priorActs, extent, null, null);
    }
}
