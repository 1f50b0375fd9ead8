package io.simbaerp.task.mail;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what became of mail that was taken. */
@UseCase(Duty.RUN_PROCESS)
class EndMail {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    EndMail(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** How it ended, or that it waits for another attempt. */
    enum Result {
        SENT,
        DROPPED,
        FAILED,
        WAITING
    }

    /** @param error why it was not taken, in the server's words */
    public void end(DueMail mail, Result result, @Nullable String error) {
        jdbc.sql("""
                        update task.mail
                           set state = :state, last_error = :error,
                               ended_at = case when :state = 'WAITING' then null else cast(:now as timestamptz) end
                         where company_id = :company and id = any (:ids) and state = 'WAITING'""")
                .param("state", result.name())
                .param("error", error == null ? null : error.substring(0, Math.min(500, error.length())))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", currentActor.company().value())
                .param("ids", mail.ids().toArray(UUID[]::new))
                .update();
    }
}
