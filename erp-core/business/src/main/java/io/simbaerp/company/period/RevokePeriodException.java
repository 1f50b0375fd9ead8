package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes an exception from the lock of a period back before its time. */
@UseCase(Duty.GRANT_PERIOD_EXCEPTION)
public class RevokePeriodException {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RevokePeriodException(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws NotFound if there is none that is still in force */
    public void revoke(UUID exception) {
        UUID period = jdbc.sql("""
                        update company.period_exception set revoked_at = :at, revoked_by = :by
                         where company_id = :company and id = :id and revoked_at is null and ends_at > :at
                        returning fiscal_period_id""")
                .param("company", currentActor.company().value())
                .param("id", exception)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("period-exception", exception));
        events.publishEvent(
                new PeriodExceptionRevoked(currentActor.company(), currentActor.actor(), clock.instant(), period));
    }
}
