package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Marks as read what the reader was told. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class ReadNotices {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadNotices(JdbcClient jdbc, CurrentActor currentActor, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** How many it was that were unread until now. */
    public int readAll() {
        UUID reader = currentActor.actor().userId().orElse(null);
        if (reader == null) {
            return 0;
        }
        int read = jdbc.sql("""
                        update task.notice set read_at = :now
                         where company_id = :company and person = :reader and read_at is null""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", currentActor.company().value())
                .param("reader", reader)
                .update();
        if (read > 0) {
            events.publishEvent(new NoticesRead(currentActor.company(), currentActor.actor(), clock.instant(), reader));
        }
        return read;
    }
}
