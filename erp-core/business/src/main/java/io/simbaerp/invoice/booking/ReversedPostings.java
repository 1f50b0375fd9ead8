package io.simbaerp.invoice.booking;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of an invoice was in the books once and was taken back. */
@Query(Duty.VIEW_DOCUMENT)
public class ReversedPostings {

    /**
     * A posting that was taken back.
     *
     * @param entry the entry it was; nothing if it moved no money
     * @param reversal the entry that took it back
     */
    public record Row(
            Instant postedAt,
            @Nullable UUID entry,
            @Nullable UUID reversal,
            String reason,
            String reversedBy,
            Instant reversedAt) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    ReversedPostings(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Oldest first. */
    public List<Row> of(UUID invoice) {
        return jdbc.sql("""
                        select posted_at, journal_entry_id, reversal_id, reason, reversed_by, reversed_at
                          from invoice.reversed_posting
                         where company_id = :company and purchase_invoice_id = :invoice order by position""")
                .param("company", currentActor.company().value())
                .param("invoice", invoice)
                .query((row, n) -> new Row(
                        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                        row.getObject("journal_entry_id", UUID.class),
                        row.getObject("reversal_id", UUID.class),
                        row.getString("reason"),
                        row.getString("reversed_by"),
                        row.getObject("reversed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
