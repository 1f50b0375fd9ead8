package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks that somebody may hold both sides of a conflict until a day. It counts once another person approved it. */
@UseCase(Duty.ADMINISTER)
public class RequestDutyException {

    private final ExceptionBook book;

    RequestDutyException(ExceptionBook book) {
        this.book = book;
    }

    /**
     * Asks for it.
     *
     * @throws NotFound of the person or the conflict
     * @throws RuleViolation duty-exception.reason-missing, duty-exception.end-missing, duty-exception.end-past
     */
    public UUID request(@About("user") UUID user, UUID conflict, @Nullable String reason, @Nullable LocalDate endsOn) {
        if (!book.knows(user, conflict)) {
            throw new NotFound("duty-conflict", conflict);
        }
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "duty-exception.reason-missing");
        }
        if (endsOn == null) {
            throw RuleViolation.ofField("endsOn", "duty-exception.end-missing");
        }
        if (endsOn.isBefore(book.today())) {
            throw RuleViolation.ofField("endsOn", "duty-exception.end-past", endsOn);
        }
        UUID id = book.add(user, conflict, reason.strip(), endsOn, null);
        book.tell(id, user, DutyExceptionRequested::new);
        return id;
    }
}
