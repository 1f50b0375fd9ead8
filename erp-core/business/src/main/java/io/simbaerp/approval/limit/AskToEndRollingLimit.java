package io.simbaerp.approval.limit;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Asks that a rolling limit ends. Until somebody else agrees it counts as before. */
@UseCase(Duty.ADMINISTER)
public class AskToEndRollingLimit {

    private static final int LONGEST_REASON = 500;

    private final LimitBook book;

    AskToEndRollingLimit(LimitBook book) {
        this.book = book;
    }

    /**
     * Asks for it, or asks anew with another reason.
     *
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws RuleViolation rolling-limit.ended, rolling-limit.reason-missing
     */
    public void ask(@About("rolling-limit") UUID id, String reason) {
        if (!book.locked(id).inForce()) {
            throw new RuleViolation("rolling-limit.ended");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "rolling-limit.reason-missing", LONGEST_REASON);
        }
        book.askToEnd(id, reason.strip());
        book.tell(id, RollingLimitEndAsked::new);
    }
}
