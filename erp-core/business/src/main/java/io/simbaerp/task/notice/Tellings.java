package io.simbaerp.task.notice;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.NewId;
import io.simbaerp.task.TaskCompleted;
import io.simbaerp.task.TaskOpened;
import io.simbaerp.task.delegation.TaskDelegated;
import io.simbaerp.task.question.QuestionAnswered;
import io.simbaerp.task.timing.TaskEscalated;
import io.simbaerp.task.timing.TaskLapsed;
import io.simbaerp.task.timing.TaskReminded;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what people are to be told of, in the transaction in which it happens and by one row. Whom it concerns and how they
 * want to be told is found out afterwards, so that nobody who works waits for it.
 */
@Component
class Tellings {

    private static final Set<String> DECISIONS = Set.of("approve", "return", "reject");

    private final JdbcClient jdbc;
    private final Clock clock;

    Tellings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A question is a task of the one who is asked. */
    @EventListener
    void opened(TaskOpened event) {
        note(event, """
                select case when assignee is null then 'GROUP' when form = 'task/question' then 'QUESTION' else 'TASK' end,
                       id, id, assignee
                  from task.task where company_id = :company and id = :source""", event.taskId());
    }

    @EventListener
    void delegated(TaskDelegated event) {
        note(event, """
                select 'DELEGATION', task_id, id, delegated_to
                  from task.delegation where company_id = :company and id = :source""", event.delegationId());
    }

    @EventListener
    void answered(QuestionAnswered event) {
        note(event, """
                select 'ANSWER', task_id, id, asked_by
                  from task.question where company_id = :company and id = :source""", event.questionId());
    }

    /** Whoever worked on the matter before asked for the decision. */
    @EventListener
    void decided(TaskCompleted event) {
        if (DECISIONS.contains(event.outcome())) {
            note(event, """
                    select 'DECISION', id, id, null::uuid
                      from task.task where company_id = :company and id = :source""", event.taskId());
        }
    }

    @EventListener
    void reminded(TaskReminded event) {
        act(event, "REMIND", event.actId());
    }

    @EventListener
    void escalated(TaskEscalated event) {
        act(event, "ESCALATE", event.actId());
    }

    @EventListener
    void lapsed(TaskLapsed event) {
        act(event, "LAPSE", event.actId());
    }

    /** Those a time rule told have their notice already; it may go out by mail besides. */
    private void act(BusinessEvent event, String kind, UUID act) {
        note(event, """
                select '%s', task_id, id, null::uuid
                  from task.time_act where company_id = :company and id = :source""".formatted(kind), act);
    }

    private void note(BusinessEvent event, String what, UUID source) {
        jdbc.sql("""
                        insert into task.telling (company_id, id, kind, task_id, source, person, caused_by, happened_at)
                        select :company, :id, told.kind, told.task, told.source, told.person, :by, :at
                          from (%s) told (kind, task, source, person)
                        on conflict do nothing""".formatted(what))
                .param("company", event.company().value())
                .param("id", NewId.at(clock))
                .param("source", source)
                .param("by", event.actor().userId().orElse(null), Types.OTHER)
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
