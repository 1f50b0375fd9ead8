package io.simbaerp.approval;

import io.simbaerp.approval.round.Seat;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one person decided about exactly one content. Written by {@link DecisionBook}, never changed. */
@Entity
@Immutable
@Table(schema = "approval", name = "approval_decision")
class ApprovalDecision {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "request_id")
    private UUID requestId;

    @Column(name = "level")
    private String level;

    @Column(name = "decision")
    @Enumerated(EnumType.STRING)
    private Decision decision;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "comment")
    private @Nullable String comment;

    @Column(name = "decided_by")
    private @Nullable UUID decidedBy;

    @Column(name = "on_behalf_of")
    private @Nullable UUID onBehalfOf;

    @Column(name = "carried_from")
    private @Nullable UUID carriedFrom;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "lines")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String @Nullable [] lines;

    @Column(name = "beyond")
    private @Nullable UUID beyond;

    @SuppressWarnings("NullAway.Init")
    protected ApprovalDecision() {}

    boolean approves() {
        return decision == Decision.APPROVE;
    }

    /** Whether it went beyond a rolling limit, so that somebody above is asked. */
    boolean beyondLimit() {
        return beyond != null;
    }

    UUID requestId() {
        return requestId;
    }

    /** Whether it was sent back. */
    boolean returns() {
        return decision == Decision.RETURN;
    }

    Seat seat() {
        return Seat.parse(level);
    }

    String contentHash() {
        return contentHash;
    }

    /** Whether one of these people decided, or somebody did for one of them. */
    boolean isBySomeOf(List<UUID> people) {
        return Stream.of(decidedBy, onBehalfOf).anyMatch(person -> person != null && people.contains(person));
    }

    ApprovalDecisionView view(boolean live) {
        return new ApprovalDecisionView(
                id,
                seat(),
                decision,
                contentHash,
                comment,
                decidedBy,
                onBehalfOf,
                decidedAt,
                live,
                beyondLimit(),
                lines == null ? List.of() : List.of(lines));
    }
}
