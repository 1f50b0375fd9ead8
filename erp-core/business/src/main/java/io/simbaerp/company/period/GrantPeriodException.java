package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets somebody post into a locked period for a while, and says why. */
@UseCase(Duty.GRANT_PERIOD_EXCEPTION)
public class GrantPeriodException {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final FiscalPeriods periods;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    GrantPeriodException(
            JdbcClient jdbc,
            FiscalPeriods periods,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.periods = periods;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What is let through.
     *
     * @param area nothing for all areas
     * @param personId nothing for everybody who may post
     */
    public record Draft(
            String periodCode,
            @Nullable LockArea area,
            @Nullable UUID personId,
            Instant endsAt,
            String reason) {}

    /**
     * Grants the exception.
     *
     * @throws RuleViolation period.unknown, fiscal-year.locked, period-exception.reason-missing,
     *     period-exception.too-long, period-exception.for-oneself
     */
    public UUID grant(Draft draft) {
        FiscalPeriodView period = periods.byCode(draft.periodCode())
                .orElseThrow(() -> RuleViolation.ofField("periodCode", "period.unknown", draft.periodCode()));
        Instant now = clock.instant();
        check(draft, period, now);
        UUID id = NewId.at(clock);
        jdbc.sql("""
                        insert into company.period_exception (company_id, id, fiscal_period_id, area, person_id, reason,
                                                              granted_by, granted_at, ends_at)
                        values (:company, :id, :period, :area, :person, :reason, :by, :at, :ends)""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("period", period.id())
                .param("area", draft.area() == null ? null : draft.area().name(), Types.VARCHAR)
                .param("person", draft.personId(), Types.OTHER)
                .param("reason", draft.reason().strip())
                .param("by", currentActor.actor().toString())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("ends", OffsetDateTime.ofInstant(draft.endsAt(), ZoneOffset.UTC))
                .update();
        events.publishEvent(new PeriodExceptionGranted(currentActor.company(), currentActor.actor(), now, period.id()));
        return id;
    }

    private void check(Draft draft, FiscalPeriodView period, Instant now) {
        if (period.yearLocked()) {
            throw RuleViolation.ofField("periodCode", "fiscal-year.locked", period.code());
        }
        if (draft.reason().isBlank() || draft.reason().length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "period-exception.reason-missing");
        }
        if (!draft.endsAt().isAfter(now) || draft.endsAt().isAfter(now.plus(LONGEST))) {
            throw RuleViolation.ofField("endsAt", "period-exception.too-long", LONGEST.toDays());
        }
        if (draft.personId() != null
                && currentActor
                        .actor()
                        .userId()
                        .filter(draft.personId()::equals)
                        .isPresent()) {
            throw RuleViolation.ofField("personId", "period-exception.for-oneself");
        }
    }
}
