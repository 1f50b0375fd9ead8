package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to a record, oldest first: who did what, when, and on whose behalf. */
@Query(Duty.VIEW_DOCUMENT)
public class AuditTrail {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AuditTrail(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Every event that happened to the record or concerned it, in the order in which they were told. */
    public List<TrailEntry> of(Subject subject) {
        return jdbc.sql("""
                        select e.at, e.actor, e.on_behalf_of, e.name, e.subject_kind, e.subject_id
                          from audit.event_subject s
                          join audit.business_event e on e.company_id = s.company_id and e.id = s.event_id
                         where s.company_id = :company and s.subject_kind = :kind and s.subject_id = :id
                           and e.record is null and e.outcome = 'DONE'
                         order by e.position""")
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(AuditTrail::entry)
                .list();
    }

    private static TrailEntry entry(ResultSet row, int n) throws SQLException {
        return new TrailEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Actor.parse(row.getString("actor")),
                Optional.ofNullable(row.getString("on_behalf_of"))
                        .map(Actor::parse)
                        .orElse(null),
                row.getString("name"),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)));
    }
}
