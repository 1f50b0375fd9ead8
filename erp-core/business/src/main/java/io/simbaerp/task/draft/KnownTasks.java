package io.simbaerp.task.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a task that can't be drafted from one that isn't there. */
@Component
class KnownTasks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    KnownTasks(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws NotFound if the company has no such task */
    void require(UUID task) {
        boolean known = jdbc.sql("select exists (select from task.task where company_id = ? and id = ?)")
                .params(currentActor.company().value(), task)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new NotFound("task", task);
        }
    }
}
