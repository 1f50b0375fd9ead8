package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every use case of the desk needs: the task, locked and only if visible, and its rows in the lists. */
@Component
class Desk {

    private final DeskTasks tasks;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Desk(DeskTasks tasks, JdbcClient jdbc, CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /** @throws NotFound if there is none or none the actor may see */
    DeskTask locked(UUID id) {
        Acting acting = currentActor.get();
        return tasks.lock(id).filter(task -> task.isVisibleTo(acting)).orElseThrow(() -> new NotFound("task", id));
    }

    /** Whose task it becomes: of the person acting, or of whom they act for. Only people work on tasks. */
    UUID person() {
        return currentActor
                .get()
                .principal()
                .orElseThrow(() -> new IllegalStateException("Only a person works on tasks"));
    }

    Acting acting() {
        return currentActor.get();
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    void announce(BusinessEvent event) {
        events.publishEvent(event);
    }

    /** Stores a new task together with one row for each candidate duty, from which lists are read. */
    void add(DeskTask task) {
        tasks.saveAndFlush(task);
        for (Duty duty : task.candidates()) {
            jdbc.sql("""
                            insert into task.task_candidate (company_id, task_id, duty, state, free, sort_at, extent)
                            values (?, ?, ?, 'OPEN', ?, ?, ?)""")
                    .params(
                            acting().company().value(),
                            task.id(),
                            duty.name(),
                            task.isFree(),
                            timestamp(task.sortAt()),
                            task.extent())
                    .update();
        }
    }

    /** Brings the rows of the lists in line with the task. */
    void project(DeskTask task) {
        tasks.saveAndFlush(task);
        jdbc.sql("""
                        update task.task_candidate set state = ?, free = ?, sort_at = ?
                         where company_id = ? and task_id = ?""")
                .params(
                        task.state().name(),
                        task.isFree(),
                        timestamp(task.sortAt()),
                        acting().company().value(),
                        task.id())
                .update();
    }

    static java.time.OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC);
    }
}
