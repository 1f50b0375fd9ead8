package io.simbaerp.approval.lines;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries approvals over into the request that takes the place of the one they were given in. */
@Component
public class CarriedDecisions {

    private static final String CARRY = """
            insert into approval.approval_decision
                   (company_id, id, request_id, level, decision, content_hash, comment, decided_by, on_behalf_of,
                    decided_at, supplier_id, net, centres, lines, carried_from)
            select d.company_id, :copy, :again, d.level, d.decision, d.content_hash, d.comment, d.decided_by,
                   d.on_behalf_of, d.decided_at, d.supplier_id, d.net, d.centres, d.lines, d.id
              from approval.approval_decision d
             where d.company_id = :company and d.id = :decision
            returning beyond is not null""";

    private static final String SAME_LINES = """
            select d.id from approval.approval_decision d
              join approval.approval_request before on before.company_id = d.company_id and before.id = d.request_id
              join approval.approval_request present on present.company_id = d.company_id and present.id = :present
             where d.company_id = :company and before.id = :before and d.decision = 'APPROVE' and d.beyond is null
               and before.lines -> d.level ->> 'hash' = present.lines -> d.level ->> 'hash'
             order by d.decided_at, d.id""";

    private static final String RESTRICT_VIOLATION = "23001";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    CarriedDecisions(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * One decision, if it could still be given: where its person has worked on the matter since, or a limit set since
     * doesn't allow it, nothing is carried and the seat is asked again.
     */
    public void carry(UUID decision, UUID again) {
        jdbc.sql("savepoint carried").update();
        if (isEnough(decision, again)) {
            jdbc.sql("release savepoint carried").update();
        } else {
            jdbc.sql("rollback to savepoint carried").update();
        }
    }

    private boolean isEnough(UUID decision, UUID again) {
        try {
            return !jdbc.sql(CARRY)
                    .param("copy", NewId.at(clock))
                    .param("again", again)
                    .param("company", currentActor.company().value())
                    .param("decision", decision)
                    .query(Boolean.class)
                    .single();
        } catch (DataIntegrityViolationException refused) {
            if (refused.getMostSpecificCause() instanceof SQLException cause
                    && RESTRICT_VIOLATION.equals(cause.getSQLState())) {
                return false;
            }
            throw refused;
        }
    }

    /** What seats agreed to about lines that are the same in both requests. */
    public void carryOfSameLines(UUID before, UUID present) {
        jdbc.sql(SAME_LINES)
                .param("company", currentActor.company().value())
                .param("before", before)
                .param("present", present)
                .query(UUID.class)
                .list()
                .forEach(decision -> carry(decision, present));
    }
}
