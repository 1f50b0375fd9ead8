package io.simbaerp.company.books;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The company stops keeping books, as when a client leaves or a company was wound up. What is posted stays to be read. */
@UseCase(Duty.MAINTAIN_LEDGER)
public class CloseBooks {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CloseBooks(JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Closes the books.
     *
     * @throws RuleViolation company.books-reason-missing
     * @throws Conflict company.books-closed
     */
    public void close(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw RuleViolation.ofField("reason", "company.books-reason-missing");
        }
        int closed = jdbc.sql("""
                        update company.company
                           set books_closed_at = :at, books_closed_by = :by, books_closed_because = :why
                         where company_id = :company and books_closed_at is null""")
                .param("company", currentActor.company().value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .param("why", why)
                .update();
        if (closed == 0) {
            throw new Conflict("company.books-closed");
        }
        events.publishEvent(new BooksClosed(currentActor.company(), currentActor.actor(), clock.instant()));
    }
}
