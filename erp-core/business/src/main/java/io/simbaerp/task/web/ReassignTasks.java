package io.simbaerp.task.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.DelegateTask;
import io.simbaerp.task.delegation.Delegations;
import io.simbaerp.task.delegation.ReassignTask;
import io.simbaerp.task.delegation.Reassignments;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives several tasks to a colleague at once: the reader's own, free ones they could take, and those of their people. */
@Component
class ReassignTasks implements BulkAction {

    private final Tasks tasks;
    private final Delegations delegations;
    private final Reassignments reassignments;
    private final Hands hands;
    private final TaskTexts texts;
    private final CurrentActor currentActor;

    ReassignTasks(
            Tasks tasks,
            Delegations delegations,
            Reassignments reassignments,
            Hands hands,
            TaskTexts texts,
            CurrentActor currentActor) {
        this.tasks = tasks;
        this.delegations = delegations;
        this.reassignments = reassignments;
        this.hands = hands;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    /** One's own is delegated, what one of one's people holds is reassigned. */
    @Component
    record Hands(DelegateTask delegate, ReassignTask reassign) {}

    @Override
    public String key() {
        return "reassign";
    }

    @Override
    public Duty duty() {
        return Duty.WORK_ON_TASK;
    }

    @Override
    public boolean asksChoice() {
        return true;
    }

    /** Whoever holds a duty of each of them. Whether they may decide a certain one is said when it is given to them. */
    @Override
    public List<Choice> choices(List<UUID> ids) {
        List<Set<Choice>> possible = tasks.byIds(ids).stream()
                .collect(Collectors.toMap(TaskView::candidateDuties, task -> task, (one, same) -> one))
                .values()
                .stream()
                .map(task -> delegations.possible(task).stream()
                        .map(one -> new Choice(one.id().toString(), one.name()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)))
                .map(found -> (Set<Choice>) found)
                .toList();
        return possible.stream()
                .reduce((one, other) -> {
                    Set<Choice> both = new LinkedHashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .map(List::copyOf)
                .orElse(List.of());
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        Set<UUID> ofPeople = reassignments.ofPeople(ids);
        return tasks.byIds(ids).stream()
                .map(task -> new Item(task.id(), texts.title(task), obstacle(task, ofPeople)))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        run(id, seen, reason, null);
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason, @Nullable String choice) {
        UUID person = person(choice);
        TaskView task = tasks.shown(id);
        if (isOthers(task)) {
            hands.reassign().reassign(id, person, reason);
        } else {
            hands.delegate().delegate(id, person, reason);
        }
    }

    private static UUID person(@Nullable String choice) {
        try {
            return UUID.fromString(choice == null ? "" : choice);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("person", "delegation.person-missing");
        }
    }

    private @Nullable String obstacle(TaskView task, Set<UUID> ofPeople) {
        if (task.state() != TaskState.OPEN) {
            return "task.closed";
        }
        if (task.isDirected()) {
            return "reassignment.directed";
        }
        boolean peoples = ofPeople.contains(task.id());
        if (isOthers(task) && !peoples) {
            return "reassignment.not-yours";
        }
        return task.lookedAt() && !peoples ? "task.only-looked-at" : null;
    }

    private boolean isOthers(TaskView task) {
        UUID holder = task.assignee();
        return holder != null
                && currentActor.get().principal().filter(holder::equals).isEmpty();
    }
}
