package io.simbaerp.task.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.page.Formats;
import io.simbaerp.page.list.BulkAction;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.undo.Deciding;
import io.simbaerp.task.undo.TakeBackDecision;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides several tasks at once, each with exactly the content that was shown before: what ends or returns asks why. */
@Component
class DecideTasks {

    private static final String APPROVE = "approve";

    private final Tasks tasks;
    private final Deciding deciding;
    private final TakeBackDecision takeBackDecision;
    private final TaskTexts texts;
    private final Formats formats;
    private final CurrentActor currentActor;

    DecideTasks(
            Tasks tasks,
            Deciding deciding,
            TakeBackDecision takeBackDecision,
            TaskTexts texts,
            Formats formats,
            CurrentActor currentActor) {
        this.tasks = tasks;
        this.deciding = deciding;
        this.takeBackDecision = takeBackDecision;
        this.texts = texts;
        this.formats = formats;
        this.currentActor = currentActor;
    }

    /** The action that decides each of them so. */
    BulkAction by(String outcome) {
        return new Outcome(outcome);
    }

    private final class Outcome implements BulkAction {

        private final String outcome;

        Outcome(String outcome) {
            this.outcome = outcome;
        }

        @Override
        public String key() {
            return outcome;
        }

        @Override
        public Duty duty() {
            return Duty.WORK_ON_TASK;
        }

        @Override
        public boolean asksReason() {
            return !outcome.equals(APPROVE);
        }

        @Override
        public List<Item> preview(List<UUID> ids) {
            return tasks.byIds(ids).stream()
                    .map(task -> new Item(
                            task.id(),
                            name(task),
                            obstacle(task, outcome),
                            task.facts().contentHash()))
                    .toList();
        }

        @Override
        public void run(UUID id, @Nullable String seen, @Nullable String reason) {
            deciding.decide(new TaskCompletion(id, outcome, reason, null, seen));
        }

        @Override
        public boolean canBeTakenBack() {
            return true;
        }

        @Override
        public void takeBack(UUID id) {
            takeBackDecision.takeBack(id);
        }
    }

    private String name(TaskView task) {
        String title = texts.title(task);
        return task.facts().amount() == null
                ? title
                : title + ", " + formats.money(task.facts().amount());
    }

    private @Nullable String obstacle(TaskView task, String outcome) {
        if (task.state() != TaskState.OPEN) {
            return "task.closed";
        }
        if (task.lookedAt()) {
            return "task.only-looked-at";
        }
        if (!task.outcomes().contains(outcome)) {
            return outcome.equals(APPROVE) ? "task.nothing-to-approve" : "task.decided-otherwise";
        }
        boolean others = task.assignee() != null
                && currentActor
                        .get()
                        .principal()
                        .filter(task.assignee()::equals)
                        .isEmpty();
        return others ? "task.taken" : null;
    }
}
