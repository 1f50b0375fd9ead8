package io.simbaerp.company.period;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fiscal periods as whoever posts now meets them: with what his duty and exceptions in force open for him. */
@Component
public class PostingPeriods {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Permission permission;
    private final Clock clock;

    PostingPeriods(JdbcClient jdbc, CurrentActor currentActor, Permission permission, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.permission = permission;
        this.clock = clock;
    }

    /**
     * The period, if the company still keeps books.
     *
     * @throws RuleViolation company.books-closed
     */
    public FiscalPeriodView kept(FiscalPeriodView period) {
        if (period.booksClosed()) {
            throw new RuleViolation("company.books-closed");
        }
        return period;
    }

    /** What still stands against this actor: open if he may post. An open period asks the database nothing. */
    public LockLevel standing(FiscalPeriodView period, LockArea area) {
        LockLevel level = period.level(area);
        if (level == LockLevel.OPEN
                || (level == LockLevel.SOFT_CLOSED && permission.has(Duty.POST_INTO_SOFT_CLOSED_PERIOD))
                || excepted(period, area)) {
            return LockLevel.OPEN;
        }
        return level;
    }

    private boolean excepted(FiscalPeriodView period, LockArea area) {
        return jdbc.sql("select company.excepted(p, :area, :actor, :at) from company.fiscal_period p"
                        + " where p.company_id = :company and p.id = :id")
                .param("company", currentActor.company().value())
                .param("id", period.id())
                .param("area", area.name())
                .param("actor", currentActor.actor().toString())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
