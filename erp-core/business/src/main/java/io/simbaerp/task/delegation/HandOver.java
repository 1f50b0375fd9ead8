package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.TaskView;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a task somebody else's and writes down from whom it came and why. Whether it may be is judged before. */
@Component
class HandOver {

    private static final int MOST_CHARACTERS = 500;

    private final CurrentActor currentActor;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HandOver(CurrentActor currentActor, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.currentActor = currentActor;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @throws RuleViolation delegation.too-long */
    static @Nullable String said(@Nullable String note) {
        String said = note == null ? "" : note.strip();
        if (said.length() > MOST_CHARACTERS) {
            throw RuleViolation.ofField("note", "delegation.too-long", MOST_CHARACTERS);
        }
        return said.isEmpty() ? null : said;
    }

    /**
     * The delegation's id.
     *
     * @param forWhom whose task it was, if not the actor's own
     */
    UUID to(TaskView task, @Nullable UUID forWhom, UUID to, @Nullable String note) {
        jdbc.sql("""
                        update task.task set assignee = :to, version = version + 1
                         where company_id = :company and id = :task and state = 'OPEN'""")
                .param("to", to)
                .param("company", currentActor.company().value())
                .param("task", task.id())
                .update();
        UUID id = NewId.at(clock);
        store(id, task.id(), forWhom, to, note);
        Acting acting = currentActor.get();
        events.publishEvent(
                new TaskDelegated(acting.company(), acting.actor(), clock.instant(), id, to, task.documentId()));
        return id;
    }

    private void store(UUID id, UUID task, @Nullable UUID forWhom, UUID to, @Nullable String note) {
        Acting acting = currentActor.get();
        jdbc.sql("""
                        insert into task.delegation (company_id, id, task_id, delegated_by, delegated_for, delegated_to,
                                                     delegated_at, note)
                        values (:company, :id, :task, :by, :for, :to, :at, :note)""")
                .param("company", acting.company().value())
                .param("id", id)
                .param("task", task)
                .param("by", acting.actor().userId().orElseThrow())
                .param("for", forWhom, Types.OTHER)
                .param("to", to)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
    }
}
