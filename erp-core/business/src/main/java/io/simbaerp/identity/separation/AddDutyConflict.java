package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds a pair of duties that shall not lie in one hand. Where they do already, the role granted last stops working from
 * the person's next request on, until an exception is approved. Takes the duty of whoever approves exceptions, never of
 * whoever grants roles.
 */
@UseCase(Duty.APPROVE_DUTY_EXCEPTION)
public class AddDutyConflict {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AddDutyConflict(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds it, or puts one that was taken away into force again.
     *
     * @throws RuleViolation duty-conflict.duty-missing, duty-conflict.same-duty, duty-conflict.reason-missing,
     *     duty-conflict.reason-too-long
     * @throws Conflict duty-conflict.known-already
     */
    public UUID add(ConflictDraft draft) {
        Duty one = draft.one();
        Duty other = draft.other();
        if (one == null || other == null) {
            throw RuleViolation.ofField(one == null ? "one" : "other", "duty-conflict.duty-missing");
        }
        if (one == other || one == Duty.BELONG_TO_COMPANY || other == Duty.BELONG_TO_COMPANY) {
            throw RuleViolation.ofField("other", "duty-conflict.same-duty");
        }
        UUID id = write(one, other, reason(draft.reason()));
        events.publishEvent(new DutyConflictAdded(currentActor.company(), currentActor.actor(), clock.instant(), id));
        return id;
    }

    private static String reason(@Nullable String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.isEmpty()) {
            throw RuleViolation.ofField("reason", "duty-conflict.reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "duty-conflict.reason-too-long", LONGEST_REASON);
        }
        return reason;
    }

    private UUID write(Duty one, Duty other, String reason) {
        boolean inOrder = one.name().compareTo(other.name()) < 0;
        return jdbc.sql("""
                        insert into identity.duty_conflict (company_id, id, one_duty, other_duty, reason, words)
                        values (:company, :id, :one, :other, 'own', :words)
                        on conflict (company_id, one_duty, other_duty) do update
                           set reason = 'own', words = excluded.words, removed_at = null, removed_by = null
                         where duty_conflict.removed_at is not null
                        returning id""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("one", inOrder ? one.name() : other.name())
                .param("other", inOrder ? other.name() : one.name())
                .param("words", reason)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new Conflict("duty-conflict.known-already"));
    }
}
