package io.simbaerp.identity.separation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.BusinessDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where exceptions are kept. */
@Component
class ExceptionBook {

    /** An exception as it stands, locked for the transaction. */
    record Kept(UUID id, UUID user, String requestedBy, LocalDate endsOn, boolean approved, boolean withdrawn) {}

    interface Told {
        BusinessEvent event(CompanyId company, Actor actor, Instant at, UUID exception, UUID user);
    }

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ExceptionBook(
            JdbcClient jdbc,
            CurrentActor currentActor,
            BusinessDay businessDay,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.clock = clock;
        this.events = events;
    }

    LocalDate today() {
        return businessDay.today();
    }

    Actor actor() {
        return currentActor.actor();
    }

    /** Whether both exist, the person as one who holds a role here. */
    boolean knows(UUID user, UUID conflict) {
        return jdbc.sql("""
                        select exists (select from identity.membership where company_id = :company and user_id = :user)
                           and exists (select from identity.duty_conflict where company_id = :company and id = :conflict
                                     and removed_at is null)""")
                .param("company", company())
                .param("user", user)
                .param("conflict", conflict)
                .query(Boolean.class)
                .single();
    }

    UUID add(UUID user, UUID conflict, String reason, LocalDate endsOn, @Nullable Actor approver) {
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into identity.duty_exception (company_id, id, user_id, conflict_id, reason, requested_by,
                                                             requested_at, ends_on, approved_by, approved_at)
                        values (:company, :id, :user, :conflict, :reason, :by, :now, :ends, :approver,
                                case when cast(:approver as text) is not null then cast(:now as timestamptz) end)""")
                .param("company", company())
                .param("id", id)
                .param("user", user)
                .param("conflict", conflict)
                .param("reason", reason)
                .param("by", actor().toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ends", endsOn)
                .param("approver", approver == null ? null : approver.toString())
                .update();
        return id;
    }

    /** @throws NotFound if there is none of this id */
    Kept locked(UUID id) {
        return jdbc.sql("""
                        select id, user_id, requested_by, ends_on, approved_by is not null as approved,
                               withdrawn_by is not null as withdrawn
                          from identity.duty_exception where company_id = ? and id = ? for update""")
                .params(company(), id)
                .query((row, n) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("requested_by"),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBoolean("approved"),
                        row.getBoolean("withdrawn")))
                .optional()
                .orElseThrow(() -> new NotFound("duty-exception", id));
    }

    /** @param what {@code approved} or {@code withdrawn} */
    void mark(UUID id, String what) {
        jdbc.sql("update identity.duty_exception set %1$s_by = ?, %1$s_at = ? where company_id = ? and id = ?"
                        .formatted(what))
                .params(actor().toString(), clock.instant().atOffset(ZoneOffset.UTC), company(), id)
                .update();
    }

    void tell(UUID exception, UUID user, Told told) {
        events.publishEvent(told.event(currentActor.company(), actor(), clock.instant(), exception, user));
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
