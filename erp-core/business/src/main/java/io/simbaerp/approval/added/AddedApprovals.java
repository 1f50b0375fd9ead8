package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who was asked to approve besides, by whom and why, and what they decided. */
@Query(Duty.BELONG_TO_COMPANY)
public class AddedApprovals {

    private static final String SELECT = """
            select a.id, a.task_id, a.own_task_id, a.asked_by, a.person, a.asked_at, a.reason, a.content_hash, a.decision,
                   a.comment, a.decided_by, a.on_behalf_of, a.decided_at, a.ended_at, r.voided_at is null as live
              from approval.added_approval a
              join approval.approval_request r on r.company_id = a.company_id and r.id = a.request_id
             where a.company_id = :company and %s
             order by a.asked_at, a.id""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    AddedApprovals(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** Everything ever asked besides about the subject, the oldest first. */
    public List<AddedApproval> of(Subject subject) {
        return jdbc.sql(SELECT.formatted("r.subject_kind = :kind and r.subject_id = :id"))
                .param("company", currentActor.company().value())
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(AddedApprovals::view)
                .list();
    }

    /** The one that a task of somebody who was added is about. */
    public Optional<AddedApproval> ofOwnTask(UUID task) {
        return one("a.own_task_id = :id", task);
    }

    Optional<AddedApproval> byId(UUID id) {
        return one("a.id = :id", id);
    }

    private Optional<AddedApproval> one(String condition, UUID id) {
        return jdbc.sql(SELECT.formatted(condition))
                .param("company", currentActor.company().value())
                .param("id", id)
                .query(AddedApprovals::view)
                .optional();
    }

    private static AddedApproval view(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new AddedApproval(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("own_task_id", UUID.class),
                row.getObject("asked_by", UUID.class),
                row.getObject("person", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("content_hash"),
                decision == null ? null : Decision.valueOf(decision),
                row.getString("comment"),
                row.getObject("decided_by", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getBoolean("live"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
