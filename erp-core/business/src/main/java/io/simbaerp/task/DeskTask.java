package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A task on the desk: free, taken, decided or withdrawn. */
@Entity
@DynamicUpdate
@Table(schema = "task", name = "task")
class DeskTask {

    /** Where tasks without a due time stand in lists: last. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Id
    private UUID id;

    @Column(name = "company_id")
    private UUID companyId;

    @Column(name = "engine_task_id")
    private String engineTaskId;

    @Column(name = "task_key")
    private String key;

    private String form;

    private String process;

    private @Nullable String rule;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "document_id")
    private @Nullable UUID documentId;

    @Column(name = "candidate_duties")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] candidateDuties;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] outcomes;

    @Enumerated(EnumType.STRING)
    private TaskState state = TaskState.OPEN;

    private @Nullable UUID assignee;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "sort_at")
    private Instant sortAt;

    private @Nullable String outcome;

    /** Whether nobody decided it in time. */
    private boolean lapsed;

    @Column(name = "title_args")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] titleArgs = {};

    @Column(name = "party_name")
    private @Nullable String partyName;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    private @Nullable BigDecimal amount;

    private @Nullable String currency;

    private @Nullable String contentHash;

    /** How far deciding it goes: whose duties don't reach so far is no candidate. */
    private String extent = Extent.NONE.text();

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected DeskTask() {}

    DeskTask(UUID companyId, UUID id, TaskDraft draft, Instant now) {
        this.companyId = companyId;
        this.id = id;
        this.engineTaskId = draft.engineTaskId();
        this.key = draft.key();
        this.form = draft.form();
        this.process = draft.process();
        this.rule = draft.rule();
        this.subjectKind = draft.subject().kind();
        this.subjectId = draft.subject().id();
        this.documentId = draft.documentId();
        this.candidateDuties =
                draft.candidateDuties().stream().map(Duty::name).sorted().toArray(String[]::new);
        this.outcomes = draft.outcomes().toArray(String[]::new);
        this.assignee = draft.assignee();
        this.dueAt = draft.dueAt();
        this.openedAt = now;
        this.sortAt = draft.dueAt() == null ? NEVER : draft.dueAt();
    }

    /** Copies what lists show, so that they need no other module. */
    void show(TaskFacts facts) {
        titleArgs = facts.titleArgs().toArray(String[]::new);
        partyName = facts.partyName();
        documentNumber = facts.documentNumber();
        Money money = facts.amount();
        amount = money == null ? null : money.amount();
        currency = money == null ? null : money.currency().toString();
        contentHash = facts.contentHash();
    }

    boolean shows(TaskFacts facts, Extent wide) {
        return storedFacts().equals(facts.ofLists()) && extent.equals(wide.text());
    }

    /** @return whether anything changed: taking what one has already taken changes nothing */
    boolean claim(UUID person) {
        requireFreeFor(person);
        boolean changes = !person.equals(assignee);
        assignee = person;
        return changes;
    }

    void requireFreeFor(UUID person) {
        requireOpen();
        if (assignee != null && !person.equals(assignee)) {
            throw new Conflict("task.taken");
        }
    }

    void release(UUID person) {
        requireOpen();
        if (!person.equals(assignee)) {
            throw new RuleViolation("task.not-yours");
        }
        assignee = null;
    }

    void complete(UUID person, String chosen, Instant now) {
        claim(person);
        requireOffered(chosen);
        state = TaskState.DONE;
        outcome = chosen;
        endedAt = now;
        sortAt = now;
    }

    void withdraw(Instant now) {
        requireOpen();
        state = TaskState.WITHDRAWN;
        endedAt = now;
        sortAt = now;
    }

    void requireOpen() {
        if (state != TaskState.OPEN) {
            throw new Conflict("task.closed");
        }
    }

    void requireOffered(String chosen) {
        if (!List.of(outcomes).contains(chosen)) {
            throw RuleViolation.ofField("outcome", "task.outcome-not-offered", chosen);
        }
    }

    boolean isVisibleTo(Acting acting) {
        return acting.principal().filter(person -> person.equals(assignee)).isPresent()
                || candidates().stream().anyMatch(duty -> acting.may(duty, Extent.parse(extent)));
    }

    void reachTo(Extent wide) {
        extent = wide.text();
    }

    String extent() {
        return extent;
    }

    boolean isOpen() {
        return state == TaskState.OPEN;
    }

    boolean isFree() {
        return assignee == null;
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    String engineTaskId() {
        return engineTaskId;
    }

    TaskState state() {
        return state;
    }

    Instant sortAt() {
        return sortAt;
    }

    Set<Duty> candidates() {
        return List.of(candidateDuties).stream().map(Duty::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * In whose history the task's events belong. Not in the document's: what was decided tells itself there, in the words
     * of whoever carried it out.
     */
    List<Subject> concerns() {
        return List.of(new Subject(subjectKind, subjectId));
    }

    OpenTaskView openView() {
        return new OpenTaskView(
                id,
                key,
                form,
                new Subject(subjectKind, subjectId),
                documentId,
                candidates(),
                assignee,
                dueAt,
                List.of(outcomes),
                process,
                rule);
    }

    TaskView view(@Nullable Duty why) {
        return new TaskView(
                id,
                key,
                form,
                new Subject(subjectKind, subjectId),
                documentId,
                state,
                assignee,
                List.of(candidateDuties).stream().map(Duty::valueOf).toList(),
                dueAt,
                openedAt,
                List.of(outcomes),
                process,
                rule,
                why,
                storedFacts(),
                outcome == null || endedAt == null
                        ? null
                        : new TaskView.Decided(outcome, lapsed ? null : assignee, endedAt),
                false);
    }

    private TaskFacts storedFacts() {
        Money money = amount == null || currency == null ? null : new Money(amount, CurrencyCode.of(currency));
        return new TaskFacts(List.of(titleArgs), partyName, documentNumber, money, contentHash, List.of());
    }
}
