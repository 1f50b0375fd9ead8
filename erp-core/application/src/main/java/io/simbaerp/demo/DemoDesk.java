package io.simbaerp.demo;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskState;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets the demo's people decide the tasks of a document, one after the other, as far as its path leads. */
@Component
class DemoDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDesk.class);

    /** The process goes on by itself between two tasks; on a busy machine the first invoice may take that long. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int MOST_STEPS = 50;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final DemoPeople people;
    private final Documents documents;
    private final Tasks tasks;
    private final CompleteTask completeTask;

    DemoDesk(DemoPeople people, Documents documents, Tasks tasks, CompleteTask completeTask) {
        this.people = people;
        this.documents = documents;
        this.tasks = tasks;
        this.completeTask = completeTask;
    }

    /** Takes the steps that have not been taken yet. Where somebody went another way meanwhile, that way stands. */
    void follow(DocumentId document, List<DemoStep> steps, int lines) {
        int taken = taken(document, steps);
        for (DemoStep step : steps.subList(Math.min(taken, steps.size()), steps.size())) {
            Optional<TaskView> task = waiting(document);
            if (task.isEmpty() || !task.get().key().equals(step.task())) {
                return;
            }
            decide(task.get(), step.forLines(lines));
        }
        waiting(document);
    }

    /** How many steps were taken before: everybody sees the tasks they decided themselves. */
    private int taken(DocumentId document, List<DemoStep> steps) {
        TaskSelection decided =
                new TaskSelection(TaskSelection.View.ALL, TaskState.DONE, document.value(), null, MOST_STEPS);
        return (int) steps.stream()
                .map(DemoStep::person)
                .distinct()
                .flatMap(person -> people.as(person, () -> tasks.list(decided)).items().stream())
                .map(TaskView::id)
                .distinct()
                .count();
    }

    private void decide(TaskView task, DemoStep step) {
        try {
            people.as(step.person(), () -> {
                String hash = tasks.byId(task.id()).facts().contentHash();
                return completeTask.complete(
                        new TaskCompletion(task.id(), step.outcome(), step.comment(), step.coding(), hash));
            });
        } catch (RuleViolation refused) {
            LOG.warn("The demo leaves {} to you: {} {}", task.facts().titleArgs(), refused.rule(), refused.args());
        }
    }

    /** The task the document waits at, once it waits at one; nothing when it has come to its end. */
    private Optional<TaskView> waiting(DocumentId document) {
        for (long looks = PATIENCE.dividedBy(LOOK_AGAIN); looks > 0; looks--) {
            Optional<TaskView> task = tasks.list(TaskSelection.ofDocument(document.value())).items().stream()
                    .findFirst();
            boolean underWay =
                    documents.byId(document).filter(DemoDesk::isUnderWay).isPresent();
            if (task.isPresent() || !underWay) {
                return task;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return Optional.empty();
    }

    /** A plain document is registered and has no process. */
    private static boolean isUnderWay(DocumentView document) {
        return document.state() == DocumentState.IN_PROCESS
                || document.state() == DocumentState.RECEIVED && document.number() == null;
    }
}
