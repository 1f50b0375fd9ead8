package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops what is left of an upload whose person may post no more; what was posted stands. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class StopUpload {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    StopUpload(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** Nothing happens to an upload that is done. */
    public void stop(UUID upload) {
        int stopped = jdbc.sql("update ledger.entry_upload set state = 'STOPPED', finished_at = :at::timestamptz"
                        + " where company_id = :company and id = :upload and state = 'WAITING'")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("at", clock.instant().toString())
                .update();
        if (stopped > 0) {
            events.publishEvent(
                    new EntryUploadMoved(currentActor.company(), currentActor.actor(), clock.instant(), upload));
        }
    }
}
