package io.simbaerp.task.web;

import io.simbaerp.task.TaskList;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The order in which a person works: the same document as long as it is theirs, then the next one of the list. */
@Component
class WorkList {

    /** A process goes on in the background; its next task is usually there within a few hundredths of a second. */
    private static final int PATIENCE = 16;

    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private final Tasks tasks;

    WorkList(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Address of what is most pressing; of something about this document rather, if there is any. */
    String next(@Nullable UUID documentId) {
        return about(documentId)
                .or(() -> tasks.list(TaskSelection.open(TaskSelection.View.MINE, 1)).items().stream()
                        .findFirst())
                .map(WorkList::address)
                .orElse("/tasks");
    }

    /**
     * Address of what comes after a decision.
     *
     * @param place where the task stood before it was decided
     */
    String after(TaskView decided, String outcome, TaskList.Place place) {
        Optional<TaskView> same = about(decided.documentId());
        boolean expected = same.isEmpty() && tasks.leadsOn(decided.id(), outcome);
        for (int tries = 0; expected && same.isEmpty() && tries < PATIENCE; tries++) {
            LockSupport.parkNanos(A_MOMENT);
            same = about(decided.documentId());
        }
        TaskView next = place.next();
        return same.map(WorkList::address).orElseGet(() -> next == null ? next(null) : address(next));
    }

    private Optional<TaskView> about(@Nullable UUID documentId) {
        return documentId == null ? Optional.empty() : tasks.mineAbout(documentId);
    }

    private static String address(TaskView task) {
        return "/tasks/" + task.id();
    }
}
