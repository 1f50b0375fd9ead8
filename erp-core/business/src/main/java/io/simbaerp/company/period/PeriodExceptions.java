package io.simbaerp.company.period;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exceptions from the locks of periods, in force and past. */
@Query(Duty.VIEW_LEDGER)
public class PeriodExceptions {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    PeriodExceptions(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * An exception as it was granted.
     *
     * @param area nothing for all areas
     * @param personId nothing for everybody who may post
     * @param inForce whether it lets somebody through now
     */
    public record ExceptionView(
            UUID id,
            @Nullable LockArea area,
            @Nullable UUID personId,
            String reason,
            Actor grantedBy,
            Instant grantedAt,
            Instant endsAt,
            @Nullable Instant revokedAt,
            boolean inForce) {}

    /** Those of a period, the latest first. */
    public List<ExceptionView> of(String periodCode) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select e.id, e.area, e.person_id, e.reason, e.granted_by, e.granted_at, e.ends_at, e.revoked_at
                          from company.period_exception e
                          join company.fiscal_period p on p.company_id = e.company_id and p.id = e.fiscal_period_id
                         where e.company_id = :company and p.code = :code
                         order by e.granted_at desc, e.id
                         limit 200""")
                .param("company", currentActor.company().value())
                .param("code", periodCode)
                .query((row, n) -> view(row, now))
                .list();
    }

    private static ExceptionView view(ResultSet row, Instant now) throws SQLException {
        Instant ends = row.getObject("ends_at", OffsetDateTime.class).toInstant();
        Instant revoked = Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        String area = row.getString("area");
        return new ExceptionView(
                row.getObject("id", UUID.class),
                area == null ? null : LockArea.valueOf(area),
                row.getObject("person_id", UUID.class),
                row.getString("reason"),
                Actor.parse(row.getString("granted_by")),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                ends,
                revoked,
                revoked == null && ends.isAfter(now));
    }
}
