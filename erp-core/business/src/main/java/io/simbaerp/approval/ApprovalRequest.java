package io.simbaerp.approval;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Who must agree to which content, in which order. */
@Entity
@Table(schema = "approval", name = "approval_request")
class ApprovalRequest implements Persistable<UUID> {

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "levels")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] levels;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "content")
    private @Nullable String content;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "voided_at")
    private @Nullable Instant voidedAt;

    /** How many were asked besides and have not agreed; read with the request, so that it costs no statement. */
    @Formula("(select count(*) from approval.added_approval a where a.company_id = company_id and a.request_id = id"
            + " and a.ended_at is null and coalesce(a.decision, '') <> 'APPROVE')")
    private long addedWithoutConsent;

    /** Who decided besides, and for whom. */
    @Formula("(select string_agg(concat_ws(' ', a.decided_by, a.on_behalf_of), ' ') from approval.added_approval a"
            + " where a.company_id = company_id and a.request_id = id)")
    private @Nullable String decidedBesides;

    @SuppressWarnings("NullAway.Init")
    protected ApprovalRequest() {}

    ApprovalRequest(UUID companyId, UUID id, ApprovalQuestion question, Requested requested) {
        if (question.levels().isEmpty()) {
            throw new RuleViolation("approval.nobody-asked");
        }
        this.companyId = companyId;
        this.id = id;
        this.subjectKind = question.subject().kind();
        this.subjectId = question.subject().id();
        this.levels = names(question.levels());
        this.contentHash = question.contentHash();
        this.content = question.content();
        this.requestedAt = requested.at();
        this.requestedBy = requested.by();
    }

    /** When and by whom it was asked for. */
    record Requested(Instant at, String by) {}

    /** Whether asking again for this would change nothing. */
    boolean asksFor(ApprovalQuestion question) {
        return contentHash.equals(question.contentHash()) && List.of(levels).equals(List.of(names(question.levels())));
    }

    void voidAt(Instant now) {
        voidedAt = now;
    }

    /** The next level to decide; none when all approved, or when somebody sent it back or rejected it. */
    Optional<Duty> nextLevel(List<ApprovalDecision> decisions, List<Duty> above) {
        if (decisions.stream().anyMatch(decision -> !decision.approves())) {
            return Optional.empty();
        }
        List<Duty> approved = decisions.stream().map(ApprovalDecision::level).toList();
        return levels(above).stream().filter(level -> !approved.contains(level)).findFirst();
    }

    boolean isGranted(List<ApprovalDecision> decisions, List<Duty> above, String hash) {
        return contentHash.equals(hash)
                && decisions.stream()
                        .filter(ApprovalDecision::approves)
                        .filter(decision -> decision.contentHash().equals(hash))
                        .map(ApprovalDecision::level)
                        .toList()
                        .containsAll(levels(above));
    }

    /** Refuses what may not be decided, in the order in which a person would want to be told. */
    void requireDecidable(ApprovalDecisionDraft draft, Acting acting, List<ApprovalDecision> before, List<Duty> above) {
        if (!contentHash.equals(draft.contentHash())) {
            throw new Conflict("approval.content-changed");
        }
        if (before.stream().anyMatch(decision -> decision.level() == draft.level())) {
            throw new Conflict("approval.level-decided");
        }
        if (before.stream().anyMatch(decision -> decision.isBySomeOf(acting.people()))
                || decidedBesides(acting.people())) {
            throw new RuleViolation("approval.already-decided");
        }
        if (nextLevel(before, above).filter(next -> next == draft.level()).isEmpty()) {
            throw new RuleViolation("approval.not-asked");
        }
        if (draft.decision() == Decision.APPROVE && addedWithoutConsent > 0) {
            throw new RuleViolation("approval.added-missing");
        }
        String comment = draft.comment();
        if (draft.decision() != Decision.APPROVE && (comment == null || comment.isBlank())) {
            throw RuleViolation.ofField("comment", "approval.reason-missing");
        }
    }

    private boolean decidedBesides(List<UUID> people) {
        String besides = decidedBesides;
        return besides != null && people.stream().anyMatch(person -> besides.contains(person.toString()));
    }

    UUID id() {
        return id;
    }

    /** What was asked about; nothing where whoever asked didn't hand it in. */
    Optional<String> content() {
        return Optional.ofNullable(content);
    }

    /** Those it names, and those asked since an approval went beyond a rolling limit. */
    List<Duty> levels(List<Duty> above) {
        return Stream.concat(Stream.of(levels).map(Duty::valueOf), above.stream())
                .toList();
    }

    private static String[] names(List<Duty> duties) {
        return duties.stream().distinct().map(Duty::name).toArray(String[]::new);
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Saved when it is asked for; a stored one changes within its transaction, without being saved again. */
    @Override
    public boolean isNew() {
        return true;
    }
}
