package io.simbaerp.ledger.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which lines of the books a report is about.
 *
 * @param costCentre the code of the only cost centre, or null for all lines
 * @param knownOn only what was recorded until then, or null for all that is known
 */
public record Extract(@Nullable String costCentre, @Nullable Instant knownOn) {

    /** All lines. */
    public static final Extract WHOLE = new Extract(null, null);

    boolean isWhole() {
        return costCentre == null && knownOn == null;
    }

    /** As a condition on the line l and its entry e, which begins with "and" or is empty. */
    String condition() {
        return (costCentre == null
                        ? ""
                        : " and l.cost_centre_id = (select c.id from ledger.cost_centre c"
                                + " where c.company_id = l.company_id and c.code = :costCentre)")
                + (knownOn == null ? "" : " and e.recorded_at <= :knownOn");
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
        JdbcClient.StatementSpec bound = costCentre == null ? sql : sql.param("costCentre", costCentre);
        return knownOn == null ? bound : bound.param("knownOn", java.sql.Timestamp.from(knownOn));
    }
}
