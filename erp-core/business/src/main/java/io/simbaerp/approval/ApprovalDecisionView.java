package io.simbaerp.approval;

import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it stands in the records.
 *
 * @param decidedBy nobody where the time to decide ran out
 * @param onBehalfOf for whom it was decided, where one person acted for another
 * @param live whether it belongs to the present request; decisions of voided requests stay for the record
 * @param beyondLimit whether it went beyond a rolling limit and was therefore not enough
 * @param lines which lines it is about; none for the whole
 */
public record ApprovalDecisionView(
        UUID id,
        Seat seat,
        Decision decision,
        String contentHash,
        @Nullable String comment,
        @Nullable UUID decidedBy,
        @Nullable UUID onBehalfOf,
        Instant decidedAt,
        boolean live,
        boolean beyondLimit,
        List<String> lines) {

    /** Acts where nobody did: named as the job that ends what nobody decided in time. */
    private static final Actor TIME_RAN_OUT = Actor.system("time-rules");

    /** What it took to decide there. */
    public Duty level() {
        return seat.duty();
    }

    /** Who decided; the job where nobody did in time. */
    public Actor by() {
        return decidedBy == null ? TIME_RAN_OUT : Actor.person(decidedBy);
    }
}
