package io.simbaerp.approval.lines;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was decided about lines: which are covered, and what a seat's lines were when they were decided about last. */
@Query(Duty.BELONG_TO_COMPANY)
public class LineDecisions {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    LineDecisions(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** The lines of the live request by their seats; empty where nobody decides about lines. */
    public Map<String, LineSet> asked(Subject subject) {
        return jdbc.sql("""
                        select lines from approval.approval_request
                         where company_id = :company and subject_kind = :kind and subject_id = :subject
                           and voided_at is null and lines is not null""")
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(String.class)
                .optional()
                .map(LineSetText::read)
                .orElse(Map.of());
    }

    /** The seats of the live request that approved, by their keys. */
    public Set<String> approving(Subject subject) {
        return jdbc
                .sql("""
                        select d.level from approval.approval_request r
                          join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                         where r.company_id = :company and r.subject_kind = :kind and r.subject_id = :subject
                           and r.voided_at is null and d.decision = 'APPROVE'""")
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The latest decision about lines of this owner that has lost its force, on other content than the present. */
    public Optional<DecidedLines> before(Subject subject, LineSet present) {
        return jdbc.sql("""
                        select d.decided_by, d.decided_at, d.decision, r.lines -> d.level ->> 'content' as content
                          from approval.approval_request r
                          join approval.approval_decision d on d.company_id = r.company_id and d.request_id = r.id
                         where r.company_id = :company and r.subject_kind = :kind and r.subject_id = :subject
                           and r.voided_at is not null and r.lines -> d.level ->> 'owner' = :owner
                         order by d.decided_at desc, d.id desc limit 1""")
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("owner", present.owner().toString())
                .query((row, n) -> new DecidedLines(
                        row.getObject("decided_by", UUID.class),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        row.getString("decision"),
                        row.getString("content")))
                .optional();
    }
}
