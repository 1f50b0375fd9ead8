package io.simbaerp.approval.matter;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.history.OwnWork;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The task of whoever decides in a shared approval round, about exactly what they see and never about their own work. */
@Component
class RoundTaskForm implements TaskForm {

    private final ApprovalMatters matters;
    private final DecideApproval decideApproval;
    private final OwnWork ownWork;
    private final Approvals approvals;

    RoundTaskForm(ApprovalMatters matters, DecideApproval decideApproval, OwnWork ownWork, Approvals approvals) {
        this.approvals = approvals;
        this.matters = matters;
        this.decideApproval = decideApproval;
        this.ownWork = ownWork;
    }

    @Override
    public Set<String> forms() {
        return Set.of("approval/round");
    }

    /** Whoever names no content decides on the present one. */
    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        ApprovalMatter matter = matter(task);
        UUID id = task.subject().id();
        Decision decision = decision(completion.outcome());
        if (decision == Decision.APPROVE) {
            matter.obstacle(id).ifPresent(obstacle -> {
                throw obstacle;
            });
        }
        Seat seat = seat(task);
        decideApproval.decide(new ApprovalDecisionDraft(
                task.subject(),
                seat.duty(),
                decision,
                Objects.requireNonNullElseGet(completion.contentHash(), () -> matter.contentHash(id)),
                completion.comment(),
                matter.priorActs(id),
                matter.extent(id),
                null,
                seat));
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        return matter(task).facts(task.subject().id());
    }

    @Override
    public TaskFacts.Background background(OpenTaskView task) {
        return approvals
                .decidedBefore(task.subject())
                .map(before -> matter(task).changes(task.subject().id(), before))
                .map(changes -> new TaskFacts.Background(changes, List.of(), null, List.of()))
                .orElse(TaskFacts.Background.NONE);
    }

    @Override
    public List<UUID> askers(OpenTaskView task) {
        return matter(task).priorActs(task.subject().id()).stream()
                .map(PriorAct::person)
                .toList();
    }

    @Override
    public Extent extent(OpenTaskView task) {
        return matter(task).extent(task.subject().id());
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        ApprovalMatter matter = matter(task);
        UUID id = task.subject().id();
        ApprovalMatter.Shown shown = matter.shown(id);
        return new TaskPage(
                shown.form(),
                shown.paper(),
                facts(task).amount(),
                ownWork.refusal(matter.priorActs(id)).orElse(null));
    }

    private ApprovalMatter matter(OpenTaskView task) {
        return matters.of(task.subject().kind());
    }

    /** The round asks one seat at a time: anybody's who holds its duty, or the person's the task was given to. */
    private Seat seat(OpenTaskView task) {
        UUID person = task.assignee();
        if (!task.isDirected() || person == null) {
            return Seat.of(task.candidateDuties().iterator().next());
        }
        return approvals
                .standing(task.subject())
                .flatMap(standing -> standing.free().stream()
                        .filter(seat -> person.equals(seat.person()))
                        .findFirst())
                .orElseThrow(() -> new RuleViolation("approval.not-asked"));
    }

    private static Decision decision(String outcome) {
        return switch (outcome) {
            case "approve" -> Decision.APPROVE;
            case "return" -> Decision.RETURN;
            case "reject" -> Decision.REJECT;
            default -> throw new RuleViolation("approval.outcome-unknown", outcome);
        };
    }
}
