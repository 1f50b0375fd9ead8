package io.simbaerp.task.notice;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a kind of notice concerns, and for whom: with those who stand in today, without whoever caused it. */
@Component
class ToldByKind {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final Tasks tasks;
    private final TaskForms forms;

    ToldByKind(JdbcClient jdbc, CurrentActor currentActor, Clock clock, @Lazy Tasks tasks, @Lazy TaskForms forms) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.tasks = tasks;
        this.forms = forms;
    }

    /** What happened, of which task. */
    record Telling(
            UUID id,
            NoticeKind kind,
            UUID taskId,
            UUID source,
            @Nullable UUID person,
            @Nullable UUID causedBy) {}

    /**
     * Somebody to tell.
     *
     * @param forWhom whose task it is, where it isn't theirs
     * @param notice what a time rule told them already
     */
    record Told(
            UUID person, @Nullable UUID forWhom, @Nullable UUID notice) {}

    /** In the order in which they happened, without those told already, or by another node right now. */
    List<Telling> locked(List<UUID> ids) {
        return jdbc.sql("""
                        select id, kind, task_id, source, person, caused_by from task.telling
                         where company_id = :company and id = any (:ids) and told_at is null
                         order by id for update skip locked""")
                .param("company", company())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Telling(
                        row.getObject("id", UUID.class),
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getObject("task_id", UUID.class),
                        row.getObject("source", UUID.class),
                        row.getObject("person", UUID.class),
                        row.getObject("caused_by", UUID.class)))
                .list();
    }

    List<Told> of(Telling telling) {
        List<Told> told =
                switch (telling.kind()) {
                    case REMIND, ESCALATE, LAPSE -> toldByRule(telling.source());
                    case DECISION -> askers(telling);
                    case GROUP -> withSubstitutes(telling, candidates(telling.taskId()));
                    case TASK, QUESTION, DELEGATION ->
                        withSubstitutes(
                                telling,
                                Optional.ofNullable(telling.person()).stream().toList());
                    case ANSWER ->
                        Optional.ofNullable(telling.person()).map(ToldByKind::alone).stream()
                                .toList();
                };
        return told.stream()
                .filter(one -> !one.person().equals(telling.causedBy()))
                .toList();
    }

    private static Told alone(UUID person) {
        return new Told(person, null, null);
    }

    private List<Told> toldByRule(UUID act) {
        return jdbc.sql("select person, for_whom, id from task.notice where company_id = ? and act_id = ? order by id")
                .params(company(), act)
                .query(ToldByKind::told)
                .list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    /** Whoever worked on it before it came to be decided. */
    private List<Told> askers(Telling telling) {
        TaskView task =
                tasks.byIds(List.of(telling.taskId())).stream().findFirst().orElse(null);
        return task == null
                ? List.of()
                : forms.of(task.form()).askers(OpenTaskView.of(task)).stream()
                        .distinct()
                        .map(ToldByKind::alone)
                        .toList();
    }

    private List<UUID> candidates(UUID task) {
        return jdbc.sql("""
                        select people.person
                          from task.task t, identity.candidates(t.candidate_duties, t.extent, :now) people (person)
                         where t.company_id = :company and t.id = :task and t.state = 'OPEN'""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", company())
                .param("task", task)
                .query(UUID.class)
                .list();
    }

    private List<Told> withSubstitutes(Telling telling, List<UUID> people) {
        Map<UUID, Told> told = new LinkedHashMap<>();
        people.forEach(person -> told.put(person, alone(person)));
        substitutes(telling.taskId(), people).forEach(other -> told.putIfAbsent(other.person(), other));
        return List.copyOf(told.values());
    }

    /** Of all of them by one statement, in their order. */
    private List<Told> substitutes(UUID task, List<UUID> people) {
        return jdbc.sql("""
                        select s.person, asked.person as for_whom, null::uuid
                          from task.task t,
                               unnest(cast(:people as uuid[])) with ordinality asked (person, place),
                               identity.substitutes(asked.person,
                                                    case when cardinality(t.candidate_duties) = 0 then array[:work]
                                                         else t.candidate_duties end, t.extent, :now) s (person)
                         where t.company_id = :company and t.id = :task
                         order by asked.place, s.person""")
                .param("people", people.toArray(UUID[]::new))
                .param("work", Duty.WORK_ON_TASK.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("company", company())
                .param("task", task)
                .query(ToldByKind::told)
                .list();
    }

    private UUID company() {
        return currentActor.company().value();
    }
}
