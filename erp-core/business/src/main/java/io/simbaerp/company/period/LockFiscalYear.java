package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Locks a fiscal year with all its periods and its VAT for good: nobody can take it back, no exception passes it. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class LockFiscalYear {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LockFiscalYear(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    private record Year(UUID id, boolean locked, boolean over, boolean earlierUnlocked) {}

    /**
     * Locks the year.
     *
     * @param confirmation the year's code once more, typed by whoever locks it
     * @throws RuleViolation fiscal-year.unknown, fiscal-year.locked, fiscal-year.not-confirmed,
     *     fiscal-year.earlier-unlocked, fiscal-year.not-over
     */
    public void lock(String code, String confirmation) {
        Year year = year(code);
        check(year, code, confirmation);
        jdbc.sql(
                        "update company.fiscal_year set locked_at = :at, locked_by = :by where company_id = :company and id = :id")
                .param("company", currentActor.company().value())
                .param("id", year.id())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .update();
        events.publishEvent(
                new FiscalYearLocked(currentActor.company(), currentActor.actor(), clock.instant(), year.id()));
    }

    private Year year(String code) {
        return jdbc.sql("""
                        select y.id, y.locked_at is not null as locked,
                               y.last_day < (:now::timestamptz at time zone c.time_zone)::date as over,
                               exists (select from company.fiscal_year e
                                        where e.company_id = y.company_id and e.last_day < y.first_day
                                          and e.locked_at is null) as earlier_unlocked
                          from company.fiscal_year y
                          join company.company c on c.company_id = y.company_id
                         where y.company_id = :company and y.code = :code""")
                .param("company", currentActor.company().value())
                .param("code", code)
                .param("now", clock.instant().toString())
                .query((row, n) -> new Year(
                        row.getObject("id", UUID.class),
                        row.getBoolean("locked"),
                        row.getBoolean("over"),
                        row.getBoolean("earlier_unlocked")))
                .optional()
                .orElseThrow(() -> new RuleViolation("fiscal-year.unknown", code));
    }

    private static void check(Year year, String code, String confirmation) {
        if (year.locked()) {
            throw new RuleViolation("fiscal-year.locked", code);
        }
        if (!year.over()) {
            throw new RuleViolation("fiscal-year.not-over", code);
        }
        if (year.earlierUnlocked()) {
            throw new RuleViolation("fiscal-year.earlier-unlocked", code);
        }
        if (!confirmation.strip().equals(code)) {
            throw RuleViolation.ofField("confirmation", "fiscal-year.not-confirmed", code);
        }
    }
}
