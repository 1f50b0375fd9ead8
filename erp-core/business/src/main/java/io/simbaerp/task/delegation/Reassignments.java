package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.identity.Colleagues.Colleague;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.reading.InboxConditions;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody may do with a task that a colleague holds: take it over as their substitute, reassign it as their superior. */
@Query(Duty.WORK_ON_TASK)
public class Reassignments {

    private static final String RELATION = "select " + InboxConditions.OF_PEOPLE + " as superior, "
            + InboxConditions.SUBSTITUTED + " as substitute from task.task t"
            + " where t.company_id = :company and t.id = :task and t.assignee is not null";

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final BusinessDay businessDay;
    private final Delegations delegations;
    private final ActorNames names;

    Reassignments(
            JdbcClient jdbc,
            CurrentActor currentActor,
            BusinessDay businessDay,
            Delegations delegations,
            ActorNames names) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.businessDay = businessDay;
        this.delegations = delegations;
        this.names = names;
    }

    /**
     * What the actor is to whoever holds a task.
     *
     * @param superior whether the holder reports to them today
     * @param substitute whether they look after the holder's tasks today, as far as this one
     */
    record Relation(boolean superior, boolean substitute) {

        static final Relation NONE = new Relation(false, false);
    }

    /**
     * What a task's page offers.
     *
     * @param holder whose task it is; nothing where nothing is offered
     * @param standsIn whether the reader looks after the holder's tasks
     * @param takesOver whether they may take this one over; what is directed to the holder by name is the holder's alone
     * @param people to whom the reader may give it as the holder's superior
     */
    public record Offer(@Nullable String holder, boolean standsIn, boolean takesOver, List<Colleague> people) {

        static final Offer NOTHING = new Offer(null, false, false, List.of());
    }

    /** What the reader is offered. */
    public Offer of(TaskView task) {
        UUID holder = task.assignee();
        if (holder == null || task.state() != TaskState.OPEN || isReader(holder)) {
            return Offer.NOTHING;
        }
        Relation relation = relation(task.id());
        boolean reassigns = relation.superior() && !task.isDirected();
        if (!relation.substitute() && !reassigns) {
            return Offer.NOTHING;
        }
        return new Offer(
                names.nameOf(Actor.person(holder)),
                relation.substitute(),
                relation.substitute() && !task.isDirected(),
                reassigns
                        ? delegations.possible(task).stream()
                                .filter(one -> !one.id().equals(holder))
                                .toList()
                        : List.of());
    }

    /** Those of the tasks that are held by somebody who reports to the reader today. */
    public Set<UUID> ofPeople(Collection<UUID> tasks) {
        return jdbc.sql("select t.id from task.task t where t.company_id = :company and t.id = any (:tasks) and "
                        + InboxConditions.OF_PEOPLE)
                .param("company", currentActor.company().value())
                .param("tasks", tasks.toArray(UUID[]::new))
                .param("own", currentActor.get().self().orElse(null), Types.OTHER)
                .param("today", businessDay.today())
                .query(UUID.class)
                .set();
    }

    Relation relation(UUID task) {
        return jdbc.sql(RELATION)
                .param("company", currentActor.company().value())
                .param("task", task)
                .param("own", currentActor.get().self().orElse(null), Types.OTHER)
                .param("today", businessDay.today())
                .query((row, number) -> new Relation(row.getBoolean("superior"), row.getBoolean("substitute")))
                .optional()
                .orElse(Relation.NONE);
    }

    private boolean isReader(UUID person) {
        return currentActor.get().principal().filter(person::equals).isPresent();
    }
}
