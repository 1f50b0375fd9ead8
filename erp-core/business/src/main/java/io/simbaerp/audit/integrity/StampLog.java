package io.simbaerp.audit.integrity;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has the integrity log timestamped, once a day (UTC): the hash of the newest block stands for all before it. */
@UseCase(Duty.VIEW_AUDIT)
public class StampLog {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final TimestampAuthority authority;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StampLog(
            JdbcClient jdbc,
            CurrentActor currentActor,
            TimestampAuthority authority,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.authority = authority;
        this.events = events;
        this.clock = clock;
    }

    private record Newest(int block, byte[] hash) {

        static Newest of(ResultSet row, int n) throws SQLException {
            return new Newest(row.getInt("number"), row.getBytes("hash"));
        }
    }

    /** @return whether there was a block to stamp and the day had no timestamp yet */
    public boolean stamp() {
        UUID company = currentActor.company().value();
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Newest newest = unstamped(company, day);
        if (newest == null) {
            return false;
        }
        int stamped = jdbc.sql("""
                        insert into audit.log_timestamp (company_id, day, block, authority, token)
                        values (:company, :day, :block, :authority, :token) on conflict do nothing""")
                .param("company", company)
                .param("day", day)
                .param("block", newest.block())
                .param("authority", authority.name())
                .param("token", authority.stamp(newest.hash()))
                .update();
        if (stamped > 0) {
            events.publishEvent(new LogStamped(currentActor.company(), currentActor.actor(), clock.instant()));
        }
        return stamped > 0;
    }

    private @Nullable Newest unstamped(UUID company, LocalDate day) {
        return jdbc.sql("""
                        select b.number, b.hash from audit.block b
                         where b.company_id = :company
                           and not exists (select from audit.log_timestamp t where t.company_id = :company
                                              and (t.day >= :day or t.block >= b.number))
                         order by b.number desc limit 1""")
                .param("company", company)
                .param("day", day)
                .query(Newest::of)
                .optional()
                .orElse(null);
    }
}
