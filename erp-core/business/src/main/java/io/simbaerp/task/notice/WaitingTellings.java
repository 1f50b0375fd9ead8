package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people still are to be told of. */
@Query(Duty.RUN_PROCESS)
class WaitingTellings {

    static final int MOST = 100;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    WaitingTellings(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The oldest first, from behind the one named: what fails keeps no other waiting. */
    public List<UUID> after(@Nullable UUID last) {
        return jdbc.sql("""
                        select id from task.telling
                         where company_id = :company and told_at is null and (cast(:last as uuid) is null or id > :last)
                         order by id limit :most""")
                .param("company", currentActor.company().value())
                .param("last", last, Types.OTHER)
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }
}
