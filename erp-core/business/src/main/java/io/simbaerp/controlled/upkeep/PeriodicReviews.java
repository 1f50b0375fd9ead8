package io.simbaerp.controlled.upkeep;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When published documents are looked at again, and what was found when they were. */
@Query(Duty.BELONG_TO_COMPANY)
public class PeriodicReviews {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    PeriodicReviews(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** A review. */
    public record Review(
            UUID versionId,
            ReviewOutcome outcome,
            @Nullable String note,
            String by,
            java.time.Instant at,
            @Nullable LocalDate nextOn) {}

    /** When the newest published version of the document is to be looked at; nothing if it is out of use. */
    public Optional<LocalDate> dueOn(UUID document) {
        return jdbc.sql("""
                        select controlled.review_on(v) from controlled.version v
                         where v.company_id = :company and v.controlled_id = :document and v.state = 'PUBLISHED'
                           and not exists (select from controlled.withdrawal w
                                            where w.company_id = v.company_id and w.controlled_id = v.controlled_id)
                         order by v.number desc limit 1""")
                .param("company", currentActor.company().value())
                .param("document", document)
                .query(LocalDate.class)
                .optional();
    }

    /** All of a document, the newest first. */
    public List<Review> of(UUID document) {
        return jdbc.sql("""
                        select p.version_id, p.outcome, p.note, p.decided_by, p.decided_at, p.next_review_on
                          from controlled.periodic_review p
                          join controlled.version v on v.company_id = p.company_id and v.id = p.version_id
                         where p.company_id = :company and v.controlled_id = :document
                         order by p.decided_at desc, p.id desc""")
                .param("company", currentActor.company().value())
                .param("document", document)
                .query((row, n) -> new Review(
                        row.getObject("version_id", UUID.class),
                        ReviewOutcome.valueOf(row.getString("outcome")),
                        row.getString("note"),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getObject("next_review_on", LocalDate.class)))
                .list();
    }
}
