package io.simbaerp.approval.proposal;

import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.round.Seat;
import io.simbaerp.approval.why.WhyAsked;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.DelegateTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Not me, but ...: the task goes to whom it should have gone, and the rule that asked wrongly to those who answer for it. A
 * task that was directed to somebody by name stays theirs; only the rule is told of.
 */
@UseCase(Duty.WORK_ON_TASK)
public class NameAnother {

    private final Tasks tasks;
    private final Approvals approvals;
    private final DelegateTask delegateTask;
    private final NamedInstead namedInstead;
    private final ProposalBook book;
    private final ApplicationEventPublisher events;

    NameAnother(
            Tasks tasks,
            Approvals approvals,
            DelegateTask delegateTask,
            NamedInstead namedInstead,
            ProposalBook book,
            ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.delegateTask = delegateTask;
        this.namedInstead = namedInstead;
        this.book = book;
        this.events = events;
    }

    /**
     * What came of it.
     *
     * @param proposal nothing where no row of a table asked, so that only the task was handed on
     * @param handedOn whether it is the other's task now
     */
    public record Named(@Nullable UUID proposal, boolean handedOn) {}

    /**
     * Names them.
     *
     * @throws io.simbaerp.architecture.NotFound if the task isn't visible to the person
     * @throws RuleViolation rule-proposal.reason-missing, rule-proposal.no-member, and what {@link DelegateTask#delegate}
     *     refuses with
     */
    public Named name(@About("task") UUID taskId, @Nullable UUID person, @Nullable String reason) {
        TaskView task = tasks.byId(taskId);
        String said = Objects.requireNonNullElse(reason, "").strip();
        if (said.isEmpty()) {
            throw RuleViolation.ofField("reason", "rule-proposal.reason-missing");
        }
        Optional<WhyAsked> why = why(task);
        boolean stays = task.isDirected() && why.isPresent();
        if (stays) {
            namedInstead.require(taskId, person, said);
        } else {
            delegateTask.delegate(taskId, person, said);
        }
        UUID named = Objects.requireNonNull(person);
        UUID proposal = why.map(asked -> proposed(task, asked, named, said)).orElse(null);
        return new Named(proposal, !stays);
    }

    private UUID proposed(TaskView task, WhyAsked asked, UUID named, String reason) {
        UUID id = book.add(task, asked, named, reason);
        events.publishEvent(
                new RuleChangeProposed(book.acting().company(), book.acting().actor(), book.now(), id, concerns(task)));
        return id;
    }

    private Optional<WhyAsked> why(TaskView task) {
        return Seat.ofRule(task.rule())
                .or(() -> task.candidateDuties().stream().findFirst().map(Seat::of))
                .flatMap(seat -> approvals.why(task.subject(), seat))
                .filter(asked -> !asked.rows().isEmpty());
    }

    private static List<Subject> concerns(TaskView task) {
        return Stream.ofNullable(task.documentId())
                .map(document -> new Subject("document", document))
                .toList();
    }
}
