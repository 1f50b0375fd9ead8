package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;

/** Approves that somebody holds conflicting duties until a day; the role they lacked for it works from now on. */
@UseCase(Duty.APPROVE_DUTY_EXCEPTION)
public class ApproveDutyException {

    private final ExceptionBook book;

    ApproveDutyException(ExceptionBook book) {
        this.book = book;
    }

    /**
     * Approves it. Neither whoever asked for it nor whom it is for may.
     *
     * @throws io.simbaerp.architecture.NotFound if there is none
     * @throws RuleViolation duty-exception.own, duty-exception.not-waiting
     */
    public void approve(@About("duty-exception") UUID id) {
        ExceptionBook.Kept kept = book.locked(id);
        if (kept.approved() || kept.withdrawn() || kept.endsOn().isBefore(book.today())) {
            throw new RuleViolation("duty-exception.not-waiting");
        }
        String approver = book.actor().toString();
        if (book.actor().kind() != Actor.Kind.PERSON
                || approver.equals(kept.requestedBy())
                || approver.equals(Actor.person(kept.user()).toString())) {
            throw new RuleViolation("duty-exception.own");
        }
        book.mark(id, "approved");
        book.tell(id, kept.user(), DutyExceptionApproved::new);
    }
}
