package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people still are to be told of. */
@Query(Duty.RUN_PROCESS)
class WaitingTellings {

    static final int MOST = 100;

    /** How often it is tried. */
    static final int ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    WaitingTellings(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The oldest first, from behind the one named: what failed keeps no other waiting and comes later. */
    public List<UUID> after(@Nullable UUID last) {
        return jdbc.sql("""
                        select id from task.telling
                         where company_id = :company and told_at is null and (cast(:last as uuid) is null or id > :last)
                           and attempts < :attempts and (next_at is null or next_at <= :now)
                         order by id limit :most""")
                .param("company", currentActor.company().value())
                .param("last", last, Types.OTHER)
                .param("attempts", ATTEMPTS)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }
}
