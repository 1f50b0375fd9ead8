package io.simbaerp.approval.again;

import io.simbaerp.approval.lines.CarriedDecisions;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a request in place of the one before: the same question, with the approvals that stand. */
@Component
class RequestRows {

    private static final String LIVE = """
            select id from approval.approval_request
             where company_id = :company and subject_kind = :kind and subject_id = :subject and voided_at is null
               for update""";

    private static final String VOID = """
            update approval.approval_request set voided_at = :now where company_id = :company and id = :id""";

    /** Column by column as it was asked, whatever columns there are. */
    private static final String REPEAT = """
            insert into approval.approval_request
            select (jsonb_populate_record(r, jsonb_build_object(
                        'id', cast(:again as text), 'requested_at', cast(:now as timestamptz), 'voided_at', null,
                        'requested_by', cast(:by as text)))).*
              from approval.approval_request r
             where r.company_id = :company and r.id = :id""";

    /** What went beyond a limit asked somebody above then; it is asked again. */
    private static final String STANDING = """
            select d.id from approval.approval_decision d
              join approval.approval_request r on r.company_id = d.company_id and r.id = d.request_id
             where d.company_id = :company and d.request_id = :id and d.decision = 'APPROVE' and d.beyond is null
               and array_position(approval.levels_of(r), d.level) < array_position(approval.levels_of(r), :seat)
             order by d.decided_at, d.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final CarriedDecisions carried;
    private final Clock clock;

    RequestRows(JdbcClient jdbc, CurrentActor currentActor, CarriedDecisions carried, Clock clock) {
        this.carried = carried;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @throws RuleViolation approval.not-asked if nothing is asked now, or not of this seat */
    void repeatFrom(Subject subject, String seat) {
        UUID live = live(subject);
        List<UUID> standing = jdbc.sql(STANDING)
                .param("company", company())
                .param("id", live)
                .param("seat", seat)
                .query(UUID.class)
                .list();
        UUID again = NewId.at(clock);
        jdbc.sql(VOID)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", company())
                .param("id", live)
                .update();
        jdbc.sql(REPEAT)
                .param("again", again.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", currentActor.actor().toString())
                .param("company", company())
                .param("id", live)
                .update();
        standing.forEach(decision -> carried.carry(decision, again));
    }

    private UUID live(Subject subject) {
        return jdbc.sql(LIVE)
                .param("company", company())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
