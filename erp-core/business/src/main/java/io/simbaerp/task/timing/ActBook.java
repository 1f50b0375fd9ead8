package io.simbaerp.task.timing;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NewId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what rules did and whom it was told. */
@Component
class ActBook {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    ActBook(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** The act's id; nothing where the rule has acted so on the task before, on whatever node. */
    Optional<UUID> act(TimeRule rule, LateTask late, int step, boolean top) {
        return jdbc.sql("""
                        insert into task.time_act (company_id, id, task_id, rule_id, step, top, done_at)
                        values (:company, :id, :task, :rule, :step, :top, :now)
                        on conflict do nothing returning id""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("task", late.id())
                .param("rule", rule.id())
                .param("step", step)
                .param("top", top)
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    /** By one statement, however many they are. */
    void tell(UUID act, LateTask late, List<ToldPeople.Told> people) {
        jdbc.sql("""
                        insert into task.notice (company_id, id, act_id, task_id, person, for_whom, given_at)
                        select :company, told.id, :act, :task, told.person, told.for_whom, :now
                          from unnest(cast(:ids as uuid[]), cast(:people as uuid[]), cast(:for as uuid[]))
                               as told (id, person, for_whom)""")
                .param("company", currentActor.company().value())
                .param("ids", ids(people, told -> NewId.at(clock)))
                .param("act", act)
                .param("task", late.id())
                .param("people", ids(people, ToldPeople.Told::person))
                .param("for", ids(people, ToldPeople.Told::forWhom))
                .param("now", now())
                .update();
    }

    private static @Nullable String[] ids(List<ToldPeople.Told> people, Function<ToldPeople.Told, @Nullable UUID> of) {
        return people.stream()
                .map(of)
                .map(id -> id == null ? null : id.toString())
                .toArray(String[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
