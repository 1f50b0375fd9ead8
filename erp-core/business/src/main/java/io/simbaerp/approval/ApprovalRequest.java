package io.simbaerp.approval;

import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.approval.lines.LineSetText;
import io.simbaerp.approval.round.Round;
import io.simbaerp.approval.round.RoundText;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.round.Standing;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import tools.jackson.databind.json.JsonMapper;

/** Who must agree to which content, in which order. */
@Entity
@Table(schema = "approval", name = "approval_request")
class ApprovalRequest implements Persistable<UUID> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String rounds;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "content")
    private @Nullable String content;

    @ColumnTransformer(write = "?::jsonb")
    private @Nullable String lines;

    @Column(name = "why")
    private @Nullable String why;

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
        this.companyId = companyId;
        this.id = id;
        this.subjectKind = question.subject().kind();
        this.subjectId = question.subject().id();
        this.levels = seats(question.rounds());
        this.rounds = question.rounds().stream().allMatch(Round::plain) ? null : RoundText.write(question.rounds());
        this.contentHash = question.contentHash();
        this.content = question.content();
        this.lines = question.lines().isEmpty() ? null : LineSetText.write(question.lines());
        this.why = question.why() == null ? null : JSON.writeValueAsString(question.why());
        this.requestedAt = requested.at();
        this.requestedBy = requested.by();
    }

    /** When and by whom it was asked for. */
    record Requested(Instant at, String by) {}

    /** Whether asking again for this would change nothing. */
    boolean asksFor(ApprovalQuestion question) {
        return contentHash.equals(question.contentHash())
                && rounds().equals(question.rounds())
                && lines().equals(question.lines());
    }

    void voidAt(Instant now) {
        voidedAt = now;
    }

    /**
     * How it stands by these decisions on its content.
     *
     * @param above levels asked since an approval went beyond a rolling limit
     */
    Standing standing(List<ApprovalDecision> decisions, List<Duty> above) {
        List<ApprovalDecision> counted = decisions.stream()
                .filter(decision -> decision.contentHash().equals(hashFor(decision.seat())))
                .toList();
        return new Standing(
                Stream.concat(rounds().stream(), Round.levels(above).stream()).toList(),
                counted.stream()
                        .filter(decision -> !decision.returns())
                        .collect(Collectors.toMap(decision -> decision.seat().key(), ApprovalDecision::approves)),
                counted.stream().anyMatch(ApprovalDecision::returns));
    }

    boolean isGranted(Standing standing, String hash) {
        return contentHash.equals(hash) && standing.granted();
    }

    /**
     * The seat somebody decides on. Refuses what may not be decided, in the order in which a person would want to be told.
     */
    Seat seatFor(ApprovalDecisionDraft draft, Acting acting, List<ApprovalDecision> before, Standing standing) {
        Seat asked = draft.seat();
        if (!(asked == null ? contentHash : hashFor(asked)).equals(draft.contentHash())) {
            throw new Conflict("approval.content-changed");
        }
        UUID person = asked == null ? null : asked.person();
        Optional<Seat> seat = freeSeat(draft, standing);
        if (seat.isEmpty() && isDecided(draft, before)) {
            throw new Conflict("approval.level-decided");
        }
        if (before.stream().anyMatch(decision -> decision.isBySomeOf(acting.people()))
                || decidedBesides(acting.people())) {
            throw new RuleViolation("approval.already-decided");
        }
        if (person == null && acting.people().stream().anyMatch(standing::awaits)) {
            throw new RuleViolation("approval.own-seat");
        }
        Seat taken = seat.filter(free -> person == null
                        || acting.actor().kind() == Actor.Kind.SYSTEM
                        || acting.principal().filter(person::equals).isPresent())
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
        if (draft.decision() == Decision.APPROVE && addedWithoutConsent > 0) {
            throw new RuleViolation("approval.added-missing");
        }
        if (draft.decision() != Decision.APPROVE && isBlank(draft.comment())) {
            throw RuleViolation.ofField("comment", "approval.reason-missing");
        }
        return taken;
    }

    /** A seat with lines is this one alone; others are taken as they come. */
    private Optional<Seat> freeSeat(ApprovalDecisionDraft draft, Standing standing) {
        Seat asked = draft.seat();
        Set<String> withLines = lines().keySet();
        return standing.free().stream()
                .filter(free -> asked != null && (asked.person() != null || withLines.contains(asked.key()))
                        ? free.equals(asked)
                        : free.duty() == draft.level() && free.person() == null && !withLines.contains(free.key()))
                .findFirst();
    }

    private static boolean isBlank(@Nullable String comment) {
        return comment == null || comment.isBlank();
    }

    private static boolean isDecided(ApprovalDecisionDraft draft, List<ApprovalDecision> before) {
        return before.stream()
                .map(ApprovalDecision::seat)
                .anyMatch(seat -> seat.duty() == draft.level()
                        && Objects.equals(
                                seat.person(),
                                draft.seat() == null ? null : draft.seat().person()));
    }

    private boolean decidedBesides(List<UUID> people) {
        String besides = decidedBesides;
        return besides != null && people.stream().anyMatch(person -> besides.contains(person.toString()));
    }

    UUID id() {
        return id;
    }

    /** Why it is asked; nothing where no table was asked. */
    Optional<WhyAsked> why() {
        return Optional.ofNullable(why).map(written -> JSON.readValue(written, WhyAsked.class));
    }

    /** What was asked about; nothing where whoever asked didn't hand it in. */
    Optional<String> content() {
        return Optional.ofNullable(content);
    }

    /** The lines a seat decides about; nothing where it decides about the whole. */
    Optional<LineSet> linesOf(Seat seat) {
        return Optional.ofNullable(lines().get(seat.key()));
    }

    /**
     * Which lines a decision on a seat is about: an approval about all of them.
     *
     * @throws RuleViolation approval.lines-unknown
     */
    List<String> linesOf(Seat seat, ApprovalDecisionDraft draft) {
        List<String> all = linesOf(seat).map(LineSet::units).orElse(List.of());
        if (draft.decision() == Decision.APPROVE || draft.lines().isEmpty()) {
            return all;
        }
        if (!all.containsAll(draft.lines())) {
            throw RuleViolation.ofField("lines", "approval.lines-unknown");
        }
        return draft.lines();
    }

    private Map<String, LineSet> lines() {
        return lines == null ? Map.of() : LineSetText.read(lines);
    }

    private String hashFor(Seat seat) {
        return linesOf(seat).map(LineSet::hash).orElse(contentHash);
    }

    private List<Round> rounds() {
        return rounds == null
                ? Stream.of(levels).map(Seat::parse).map(Round::of).toList()
                : RoundText.read(rounds);
    }

    private static String[] seats(List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> round.seats().stream())
                .map(Seat::key)
                .toArray(String[]::new);
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
