package io.simbaerp.company.books;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company keeps books again; its periods are as open as they were. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class ReopenBooks {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReopenBooks(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws Conflict company.books-kept */
    public void reopen() {
        int opened =
                jdbc.sql("""
                        update company.company
                           set books_closed_at = null, books_closed_by = null, books_closed_because = null
                         where company_id = :company and books_closed_at is not null""").param("company", currentActor.company().value()).update();
        if (opened == 0) {
            throw new Conflict("company.books-kept");
        }
        events.publishEvent(new BooksReopened(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
