package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Agrees that a rolling limit ends, as somebody else than whoever asked for it. */
@UseCase(Duty.APPROVE_DUTY_EXCEPTION)
public class EndRollingLimit {

    private final LimitBook book;

    EndRollingLimit(LimitBook book) {
        this.book = book;
    }

    /**
     * Ends it.
     *
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws RuleViolation rolling-limit.ended, rolling-limit.end-not-asked, rolling-limit.end-own
     */
    public void end(@About("rolling-limit") UUID id) {
        RollingLimit limit = book.locked(id);
        if (!limit.inForce()) {
            throw new RuleViolation("rolling-limit.ended");
        }
        if (limit.endAskedBy() == null) {
            throw new RuleViolation("rolling-limit.end-not-asked");
        }
        if (book.isByOneOf(limit.endAskedBy())) {
            throw new RuleViolation("rolling-limit.end-own");
        }
        book.end(id);
        book.tell(id, RollingLimitEnded::new);
    }
}
