package io.simbaerp.identity.superior;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who works in the company. */
@Component
class Members {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Members(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws NotFound of anybody who doesn't */
    void require(UUID user) {
        boolean member = jdbc.sql(
                        "select exists (select from identity.membership where company_id = ? and user_id = ?)")
                .params(currentActor.company().value(), user)
                .query(Boolean.class)
                .single();
        if (!member) {
            throw new NotFound("user", user);
        }
    }
}
