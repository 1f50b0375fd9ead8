package io.simbaerp.approval.limit;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rolling limits an approval of whoever acts would meet, and what is left of each. */
@Query(Duty.BELONG_TO_COMPANY)
public class ReachedLimits {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CurrentCompany currentCompany;
    private final Clock clock;

    ReachedLimits(JdbcClient jdbc, CurrentActor currentActor, CurrentCompany currentCompany, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.currentCompany = currentCompany;
        this.clock = clock;
    }

    /**
     * Those that are closest to their end first; none for processes.
     *
     * @param subject what is to be approved: what counts of it already is no more than it will be
     * @param whole whether all of it is to be approved, and not some lines beside others
     */
    public List<ReachedLimit> of(Duty level, Commitment commitment, UUID subject, boolean whole) {
        UUID person = currentActor.get().principal().orElse(null);
        if (person == null) {
            return List.of();
        }
        CurrencyCode currency = currentCompany.get().baseCurrency();
        return jdbc.sql("""
                        select * from approval.limits_reached(:level, :person, cast(:supplier as uuid), cast(:net as numeric), cast(:centres as jsonb), :now, :subject, :whole)
                         order by amount - used - added, limit_id, cost_centre""")
                .param("level", level.name())
                .param("person", person)
                .param("supplier", commitment.supplier(), Types.OTHER)
                .param("net", commitment.size())
                .param("centres", commitment.centres())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .param("whole", whole)
                .query((row, n) -> new ReachedLimit(
                        row.getObject("limit_id", UUID.class),
                        row.getString("cost_centre"),
                        row.getInt("days"),
                        new Money(row.getBigDecimal("amount"), currency).rounded(),
                        new Money(row.getBigDecimal("used"), currency).rounded(),
                        new Money(row.getBigDecimal("added"), currency).rounded()))
                .list();
    }
}
