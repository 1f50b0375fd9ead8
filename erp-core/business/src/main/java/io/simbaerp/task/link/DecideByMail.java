package io.simbaerp.task.link;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decides a task by a link in mail, as the person it was sent to and by the same use case as the desk. */
@UseCase(Duty.WORK_ON_TASK)
public class DecideByMail {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Tasks tasks;
    private final CompleteTask completeTask;
    private final LinkGate gate;
    private final Telling telling;

    DecideByMail(
            JdbcClient jdbc,
            CurrentActor currentActor,
            Tasks tasks,
            CompleteTask completeTask,
            LinkGate gate,
            Telling telling) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.tasks = tasks;
        this.completeTask = completeTask;
        this.gate = gate;
        this.telling = telling;
    }

    /** How it is told. */
    @org.springframework.stereotype.Component("mailLinkTelling")
    record Telling(ApplicationEventPublisher events, Clock clock) {}

    /**
     * @throws RuleViolation mail-link.used, mail-link.expired, mail-link.address-gone, mail-link.not-yours, mail-link.over,
     *     mail-link.content-changed, mail-link.sign-in, and whatever the decision itself breaks
     */
    public void decide(MailLink link, @Nullable String outcome, @Nullable String comment) {
        Acting acting = currentActor.get();
        if (acting.onBehalfOf() != null || !acting.people().contains(link.person())) {
            throw new RuleViolation("mail-link.not-yours");
        }
        Instant now = telling.clock().instant();
        if (use(link, now) == 0) {
            throw new RuleViolation("mail-link.used");
        }
        Optional<TaskView> visible =
                tasks.byIds(List.of(link.taskId())).stream().findFirst().map(task -> tasks.byId(task.id()));
        gate.closed(link, visible).ifPresent(closed -> {
            throw closed;
        });
        TaskView task = visible.orElseThrow();
        if (!gate.decidesUnsigned(task)) {
            throw new RuleViolation("mail-link.sign-in");
        }
        completeTask.complete(
                new TaskCompletion(task.id(), outcome == null ? "" : outcome, comment, null, link.contentHash()));
        tell(link, task, now);
    }

    private void tell(MailLink link, TaskView task, Instant now) {
        telling.events()
                .publishEvent(new TaskDecidedByMail(
                        currentActor.company(),
                        currentActor.actor(),
                        now,
                        task.id(),
                        link.id(),
                        Stream.ofNullable(task.documentId())
                                .map(id -> new Subject("document", id))
                                .toList()));
    }

    /** First, so that of two who come at once the second finds it used. */
    private int use(MailLink link, Instant now) {
        return now.isBefore(link.expiresAt())
                ? jdbc.sql("""
                                update task.mail_link set used_at = :now
                                 where company_id = :company and id = :id and used_at is null""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("company", link.company().value())
                        .param("id", link.id())
                        .update()
                : 1;
    }
}
