package io.simbaerp.task.delegation;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.identity.Memberships;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskPage;
import io.simbaerp.task.Tasks;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a colleague could decide about a matter: asked as they would ask, in their own name and with their own sight. */
@Component
public class MayTakeOver {

    private static final String SEEN_BY = "select set_config('simba.sees', :sees, true)";

    private final Memberships memberships;
    private final CurrentActor currentActor;
    private final Tasks tasks;
    private final TaskForms forms;
    private final ActorNames names;
    private final JdbcClient jdbc;

    MayTakeOver(
            Memberships memberships,
            CurrentActor currentActor,
            @Lazy Tasks tasks,
            @Lazy TaskForms forms,
            ActorNames names,
            JdbcClient jdbc) {
        this.memberships = memberships;
        this.currentActor = currentActor;
        this.tasks = tasks;
        this.forms = forms;
        this.names = names;
        this.jdbc = jdbc;
    }

    /**
     * That the task could be theirs.
     *
     * @throws RuleViolation delegation.may-not-decide, delegation.own-work
     */
    void require(UUID taskId, UUID person) {
        requireUnbarred(taskId, person, "delegation.may-not-decide", () -> tasks.page(taskId, Map.of()));
    }

    /**
     * That they may look at the matter and nothing they did to it bars them, whatever duties deciding it takes.
     *
     * @param unseen the rule that is broken if they may not look at it
     * @throws RuleViolation this rule, delegation.own-work
     */
    public void requireUnbarred(OpenTaskView task, UUID person, String unseen) {
        requireUnbarred(
                task.id(),
                person,
                unseen,
                () -> Optional.of(forms.of(task.form()).page(task)));
    }

    private void requireUnbarred(UUID taskId, UUID person, String unseen, Supplier<Optional<TaskPage>> page) {
        if (shownTo(taskId, person, unseen, page)
                .filter(shown -> shown.refusal() != null)
                .isPresent()) {
            throw RuleViolation.ofField("person", "delegation.own-work", names.nameOf(Actor.person(person)));
        }
    }

    /**
     * What they are shown when they look at the matter, whatever they did to it before.
     *
     * @param unseen the rule that is broken if they may not look at it
     * @throws RuleViolation this rule
     */
    public <T> T shownTo(UUID taskId, UUID person, String unseen, Supplier<T> look) {
        Acting before = currentActor.get();
        Acting colleague =
                memberships.acting(person, before.company()).orElseThrow(() -> RuleViolation.ofField("person", unseen));
        see(colleague);
        try {
            requireSeen(taskId, colleague);
            return currentActor.as(colleague, look);
        } catch (NotFound | MissingDuty hidden) {
            throw RuleViolation.ofField("person", unseen);
        } finally {
            see(before);
        }
    }

    /** Asked in plain SQL: what this transaction loaded before is shown again without asking the walls. */
    private void requireSeen(UUID taskId, Acting colleague) {
        boolean seen = jdbc.sql("select exists (select from task.task where company_id = :company and id = :task)")
                .param("company", colleague.company().value())
                .param("task", taskId)
                .query(Boolean.class)
                .single();
        if (!seen || !colleague.may(Duty.WORK_ON_TASK)) {
            throw new NotFound("task", taskId);
        }
    }

    /** The walls in the database go by what was told at the beginning of the transaction. */
    private void see(Acting acting) {
        jdbc.sql(SEEN_BY).param("sees", acting.sees()).query(String.class).single();
    }
}
