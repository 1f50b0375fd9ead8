package io.simbaerp.approval;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.limit.Commitment;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person makes it.
 *
 * @param level the level decided on, by the duty it asks for
 * @param contentHash the fingerprint of what the person was shown
 * @param comment why; demanded unless it is an approval
 * @param priorActs what was done to the matter before: nobody decides about their own work
 * @param extent how far the decision goes: the duty must reach so far
 * @param commitment what an approval commits the company to, where rolling limits may hold
 * @param seat which seat it is, where not any of the level will do
 * @param lines which of its lines it is about, where the seat decides about some alone
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
        @Nullable Seat seat,
        List<String> lines) {

    public ApprovalDecisionDraft {
        priorActs = List.copyOf(priorActs);
        lines = List.copyOf(lines);
    }

    /** About the whole. */
    public ApprovalDecisionDraft(
            Subject subject,
            Duty level,
            Decision decision,
            String contentHash,
            @Nullable String comment,
            List<PriorAct> priorActs,
            Extent extent,
            @Nullable Commitment commitment,
            @Nullable Seat seat) {
        this(subject, level, decision, contentHash, comment, priorActs, extent, commitment, seat, List.of());
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
