package io.simbaerp.task.undo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided and can still take back, or what fell because it couldn't be carried out any more.
 *
 * @param refusedRule the rule it fell by
 */
public record HeldDecision(
        String outcome, Instant sendOnAt, @Nullable String refusedRule, List<String> refusedArgs) {

    /** Whether it can still be taken back. */
    public boolean waits() {
        return refusedRule == null;
    }
}
