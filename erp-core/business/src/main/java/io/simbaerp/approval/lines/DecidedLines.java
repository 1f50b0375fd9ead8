package io.simbaerp.approval.lines;

import io.simbaerp.architecture.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about some lines before their content changed, with the content it was decided on.
 *
 * @param decidedBy nobody where the time to decide ran out
 */
public record DecidedLines(@Nullable UUID decidedBy, Instant decidedAt, String decision, String content) {

    /** Who decided; the job where nobody did in time. */
    public Actor by() {
        return decidedBy == null ? Actor.system("time-rules") : Actor.person(decidedBy);
    }
}
