package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody could be told of something: it is tried again after five minutes, then after twice as long each time. */
@UseCase(Duty.RUN_PROCESS)
class PutOffTelling {

    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    PutOffTelling(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Nothing if it was told meanwhile. */
    public void putOff(UUID telling, String error) {
        jdbc.sql("""
                        update task.telling
                           set attempts = attempts + 1, next_at = :now + interval '5 minutes' * (1 << attempts), last_error = :error
                         where company_id = :company and id = :id and told_at is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("error", error.substring(0, Math.min(LONGEST_ERROR, error.length())))
                .param("company", currentActor.company().value())
                .param("id", telling)
                .update();
    }
}
