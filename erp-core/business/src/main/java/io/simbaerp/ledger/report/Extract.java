package io.simbaerp.ledger.report;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which lines of the books a report is about.
 *
 * @param costCentre the code of the only cost centre, or null for all lines
 * @param dimensions numbers of the only values by the codes of their axes
 * @param knownOn only what was recorded until then, or null for all that is known
 */
public record Extract(
        @Nullable String costCentre,
        Map<String, String> dimensions,
        @Nullable Instant knownOn) {

    /** All lines. */
    public static final Extract WHOLE = new Extract(null, null);

    public Extract {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /** Of no axis in particular. */
    public Extract(@Nullable String costCentre, @Nullable Instant knownOn) {
        this(costCentre, Map.of(), knownOn);
    }

    /** Whether it leaves lines of entries out, so that nothing needs to balance. */
    public boolean isPart() {
        return costCentre != null || !dimensions.isEmpty();
    }

    boolean isWhole() {
        return !isPart() && knownOn == null;
    }

    /** As a condition on the line l and its entry e, which begins with "and" or is empty. */
    String condition() {
        StringBuilder condition = new StringBuilder();
        if (costCentre != null) {
            condition.append(" and l.cost_centre_id = (select c.id from ledger.cost_centre c"
                    + " where c.company_id = l.company_id and c.code = :costCentre)");
        }
        for (int at = 0; at < dimensions.size(); at++) {
            condition.append((" and l.dimensions @> (select jsonb_build_object(v.axis_id, v.id) from ledger.axis x"
                            + " join ledger.axis_value v on v.company_id = x.company_id and v.axis_id = x.id"
                            + " where x.company_id = l.company_id and x.code = :axis%1$d and v.number = :value%1$d)")
                    .formatted(at));
        }
        return condition + (knownOn == null ? "" : " and e.recorded_at <= :knownOn");
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
        JdbcClient.StatementSpec bound = costCentre == null ? sql : sql.param("costCentre", costCentre);
        int at = 0;
        for (Map.Entry<String, String> named : dimensions.entrySet()) {
            bound = bound.param("axis" + at, named.getKey()).param("value" + at++, named.getValue());
        }
        return knownOn == null ? bound : bound.param("knownOn", java.sql.Timestamp.from(knownOn));
    }
}
