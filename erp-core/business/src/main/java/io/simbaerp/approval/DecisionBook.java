package io.simbaerp.approval;

import io.simbaerp.approval.limit.AskedAbove;
import io.simbaerp.approval.limit.Commitment;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes decisions down. The database says in the same statement whether one goes beyond a rolling limit; then the next
 * level is asked too.
 */
@Component
class DecisionBook {

    private static final String INSERT = """
            insert into approval.approval_decision
                   (company_id, id, request_id, level, decision, content_hash, comment, decided_by,
                    on_behalf_of, decided_at, supplier_id, net, centres, lines)
            values (:company, :id, :request, :level, :decision, :hash, :comment, :person,
                    :principal, :now, :supplier, cast(:net as numeric), cast(:centres as jsonb),
                    cast(:lines as text[]))
            returning beyond is not null""";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final AskedAbove askedAbove;
    private final Clock clock;

    DecisionBook(JdbcClient jdbc, CurrentActor currentActor, AskedAbove askedAbove, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.askedAbove = askedAbove;
        this.clock = clock;
    }

    /** How a request stands; levels asked beyond those it names are looked for only where a limit was passed. */
    Standing standing(ApprovalRequest request, List<ApprovalDecision> decisions) {
        boolean beyond = decisions.stream().anyMatch(ApprovalDecision::beyondLimit);
        return request.standing(decisions, beyond ? askedAbove.of(request.id()) : List.of());
    }

    /** @return when it was decided */
    Instant write(ApprovalRequest request, Seat seat, ApprovalDecisionDraft draft) {
        UUID id = NewId.at(clock);
        Instant now = clock.instant();
        boolean beyond = insert(id, request, draft, request.linesOf(seat, draft), now)
                .param("level", seat.key())
                .query(Boolean.class)
                .single();
        if (beyond) {
            boolean whole = request.linesOf(seat).isEmpty();
            askedAbove.ask(request.id(), id, draft.subject(), draft.level(), draft.commitment(), whole, now);
        }
        return now;
    }

    /** Only a person approves. What lapses is refused by the system, in nobody's name. */
    private static @Nullable UUID decider(Acting acting, Decision decision) {
        UUID person = acting.actor().userId().orElse(null);
        if (person == null && (decision == Decision.APPROVE || acting.actor().kind() != Actor.Kind.SYSTEM)) {
            throw new IllegalStateException("Only a person decides approvals");
        }
        return person;
    }

    private JdbcClient.StatementSpec insert(
            UUID id, ApprovalRequest request, ApprovalDecisionDraft draft, List<String> lines, Instant now) {
        Acting acting = currentActor.get();
        Commitment commitment = draft.commitment();
        return jdbc.sql(INSERT)
                .param("company", acting.company().value())
                .param("id", id)
                .param("request", request.id())
                .param("decision", draft.decision().name())
                .param("hash", draft.contentHash())
                .param("comment", draft.comment())
                .param("person", decider(acting, draft.decision()), Types.OTHER)
                .param("principal", acting.onBehalfOf(), Types.OTHER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("supplier", commitment == null ? null : commitment.supplier(), Types.OTHER)
                .param("net", commitment == null ? null : commitment.size())
                .param("centres", commitment == null ? null : commitment.centres())
                .param("lines", lines.isEmpty() ? null : lines.toArray(String[]::new));
    }
}
