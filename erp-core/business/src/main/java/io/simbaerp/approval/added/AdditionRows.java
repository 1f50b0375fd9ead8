package io.simbaerp.approval.added;

import io.simbaerp.approval.Decision;
import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.lines.LineSetText;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Subject;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who was added and what they decided. */
@Component
class AdditionRows {

    /** The live request: its levels and what it is about. */
    record Request(UUID id, List<String> levels, String contentHash, Map<String, LineSet> lines) {

        /** What whoever sits there is shown: the whole, or their lines. */
        String hashFor(Optional<Seat> seat) {
            return seat.map(Seat::key).map(lines::get).map(LineSet::hash).orElse(contentHash);
        }

        boolean asks(String level) {
            return levels.contains(level);
        }

        /** On a seat of their own. */
        boolean asks(UUID person) {
            return levels.stream().anyMatch(level -> level.endsWith("@" + person));
        }
    }

    /** Who is asked by which task, and why. */
    record Asked(UUID taskId, UUID ownTaskId, UUID person, String reason, String contentHash) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    AdditionRows(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Locked: who decides at the same time waits and then sees who was added. */
    Optional<Request> live(Subject subject) {
        return jdbc.sql("""
                        select r.id, approval.levels_of(r) as levels, r.content_hash, r.lines from approval.approval_request r
                         where company_id = :company and subject_kind = :kind and subject_id = :subject
                           and voided_at is null
                           for update of r""")
                .param("company", company())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .query((row, number) -> new Request(
                        row.getObject("id", UUID.class),
                        List.of((String[]) row.getArray("levels").getArray()),
                        row.getString("content_hash"),
                        Optional.ofNullable(row.getString("lines"))
                                .map(LineSetText::read)
                                .orElse(Map.of())))
                .optional();
    }

    /** On a level of the request, or added to it before. */
    boolean hasDecided(UUID request, UUID person) {
        return jdbc.sql("""
                        select exists (select from approval.approval_decision d
                                        where d.company_id = :company and d.request_id = :request
                                          and :person in (d.decided_by, d.on_behalf_of))
                            or exists (select from approval.added_approval a
                                        where a.company_id = :company and a.request_id = :request and a.ended_at is null
                                          and :person in (a.person, a.decided_by, a.on_behalf_of))""")
                .param("company", company())
                .param("request", request)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Whoever asked for it, themself or by a substitute, or decided about the same request on a level or besides. */
    boolean isBound(UUID addition, UUID person) {
        return jdbc.sql("""
                        select exists (select from approval.added_approval a
                                        where a.company_id = :company and a.id = :addition
                                          and :person in (a.asked_by, a.asked_for))
                            or exists (select from approval.added_approval a
                                         join approval.approval_decision d
                                           on d.company_id = a.company_id and d.request_id = a.request_id
                                        where a.company_id = :company and a.id = :addition
                                          and :person in (d.decided_by, d.on_behalf_of))
                            or exists (select from approval.added_approval a
                                         join approval.added_approval other
                                           on other.company_id = a.company_id and other.request_id = a.request_id
                                        where a.company_id = :company and a.id = :addition and other.id <> a.id
                                          and :person in (other.decided_by, other.on_behalf_of))""")
                .param("company", company())
                .param("addition", addition)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    void add(UUID id, Request request, Asked asked) {
        Acting acting = currentActor.get();
        jdbc.sql("""
                        insert into approval.added_approval (company_id, id, request_id, task_id, own_task_id, asked_by,
                                                             asked_for, person, asked_at, reason, content_hash)
                        values (:company, :id, :request, :task, :ownTask, :by, :for, :person, :at, :reason, :hash)""")
                .param("company", company())
                .param("id", id)
                .param("request", request.id())
                .param("task", asked.taskId())
                .param("ownTask", asked.ownTaskId())
                .param("by", acting.actor().userId().orElseThrow())
                .param("for", acting.onBehalfOf(), Types.OTHER)
                .param("person", asked.person())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", asked.reason())
                .param("hash", asked.contentHash())
                .update();
    }

    /** Whether it was still open. */
    boolean decide(UUID id, Decision decision, @Nullable String comment, Instant at) {
        Acting acting = currentActor.get();
        return jdbc.sql("""
                        update approval.added_approval
                           set decision = :decision, comment = :comment, decided_by = :by, on_behalf_of = :for,
                               decided_at = :at
                         where company_id = :company and id = :id and decision is null and ended_at is null""")
                        .param("decision", decision.name())
                        .param("comment", comment)
                        .param("by", acting.actor().userId().orElseThrow())
                        .param("for", acting.onBehalfOf(), Types.OTHER)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("company", company())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What nobody waits for any more. */
    List<UUID> end(UUID company, UUID task, Instant at) {
        return jdbc.sql("""
                        update approval.added_approval set ended_at = :at
                         where company_id = :company and task_id = :task and decision is null and ended_at is null
                        returning id""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("company", company)
                .param("task", task)
                .query(UUID.class)
                .list();
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
