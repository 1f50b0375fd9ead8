package io.simbaerp.company.books;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the company keeps books. */
@Query(Duty.BELONG_TO_COMPANY)
public class Books {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    Books(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Closed books: since when and why. */
    public record Closed(Instant since, String because) {}

    /** Nothing while books are kept. */
    public Optional<Closed> closed() {
        return jdbc.sql("""
                        select books_closed_at, books_closed_because from company.company
                         where company_id = :company and books_closed_at is not null""")
                .param("company", currentActor.company().value())
                .query((row, n) -> new Closed(
                        row.getObject("books_closed_at", OffsetDateTime.class).toInstant(),
                        row.getString("books_closed_because")))
                .optional();
    }
}
