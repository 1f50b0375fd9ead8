package io.simbaerp.identity.admission;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom this company let in and who has not chosen a password yet. */
@Query(Duty.ADMINISTER)
public class WaitingForFirstPassword {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    WaitingForFirstPassword(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Their ids, who was let in last first. */
    public List<UUID> all() {
        return jdbc.sql("""
                        select user_id from identity.personal_code
                         where purpose = 'FIRST_PASSWORD' and company_id = ? order by made_at desc, user_id""")
                .param(currentActor.company().value())
                .query(UUID.class)
                .list();
    }
}
