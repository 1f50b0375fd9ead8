package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Takes an exception back; the role that needed it stops working at once. */
@UseCase(Duty.ADMINISTER)
public class WithdrawDutyException {

    private final ExceptionBook book;

    WithdrawDutyException(ExceptionBook book) {
        this.book = book;
    }

    /**
     * Takes it back.
     *
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws RuleViolation duty-exception.withdrawn-already
     */
    public void withdraw(@About("duty-exception") UUID id) {
        ExceptionBook.Kept kept = book.locked(id);
        if (kept.withdrawn()) {
            throw new RuleViolation("duty-exception.withdrawn-already");
        }
        book.mark(id, "withdrawn");
        book.tell(id, kept.user(), DutyExceptionWithdrawn::new);
    }
}
