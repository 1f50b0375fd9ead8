package io.simbaerp.task.web;

import io.simbaerp.page.Toast;
import io.simbaerp.task.TaskList;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.delegation.Reassignments;
import io.simbaerp.task.draft.Drafts;
import io.simbaerp.task.draft.KeepDraft;
import io.simbaerp.task.question.Conversation;
import io.simbaerp.task.undo.Deciding;
import io.simbaerp.task.undo.HeldDecisions;
import io.simbaerp.task.watch.Watched;
import io.simbaerp.task.watch.Watches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * One task after the other, as a person works on them: its page with what they entered before, and what comes next: the
 * same document as long as it is theirs, then the next one of the list.
 */
@Component
class TaskDesk {

    /** A process goes on in the background; its next task is usually there within a few hundredths of a second. */
    private static final int PATIENCE = 16;

    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private final Tasks tasks;
    private final Drafts drafts;
    private final KeepDraft keepDraft;
    private final HeldDecisions held;
    private final Beside beside;
    private final TaskPages pages;

    TaskDesk(Tasks tasks, Drafts drafts, KeepDraft keepDraft, HeldDecisions held, Beside beside, TaskPages pages) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.keepDraft = keepDraft;
        this.held = held;
        this.beside = beside;
        this.pages = pages;
    }

    /** What stands on a task's page beside it: what was said about it, whether the reader follows it, what they may do with it. */
    @Component
    record Beside(Conversation conversation, Watches watches, Reassignments reassignments) {}

    /** For whom the reader acts, by name. */
    @Nullable
    String forWhom() {
        return pages.forWhom();
    }

    /** The page of a task, with the reader's draft of it. */
    TaskPages.TaskFrame page(UUID id) {
        TaskView task = tasks.shown(id);
        Drafts.Draft draft = drafts.of(id).orElse(null);
        Map<String, List<String>> entered = draft == null ? Map.of() : draft.fields();
        Entered before = Entered.draft(draft).after(held.of(id).orElse(null)).takingBack(held.canBeTakenBack(task));
        return frame(task, entered, before);
    }

    /** Whoever takes a decision back finds what they had entered. */
    void keepEntered(TaskView decided, MultiValueMap<String, String> fields) {
        boolean entered = fields.containsKey("comment") && !"".equals(fields.getFirst("comment"))
                || tasks.coding(decided.id(), fields) != null;
        if (entered && Deciding.isHeld(decided)) {
            keepDraft.keep(decided.id(), DraftController.entered(fields));
        }
    }

    /** What was decided, with the way back as long as there is one. */
    Toast toast(TaskView decided, String outcome, boolean inList) {
        Toast done = pages.decided(decided, outcome);
        String task = address(decided);
        return Deciding.isHeld(decided)
                ? done.withUndo(task + (inList ? "/undo?list=true" : "/undo"))
                : done.withLink(task, "task.toast-show");
    }

    /** The page of a task whose decision was refused, with what was entered. */
    TaskPages.TaskFrame pageAgain(UUID id, Map<String, List<String>> fields, Entered entered) {
        return frame(tasks.byId(id), fields, entered);
    }

    private TaskPages.TaskFrame frame(TaskView task, Map<String, List<String>> fields, Entered entered) {
        return pages.frame(
                task,
                task.lookedAt() ? null : tasks.page(task.id(), fields).orElse(null),
                new AroundTask(
                        tasks.place(task.id()),
                        entered,
                        beside.conversation().of(task),
                        beside.watches().have(Watched.task(task.id())),
                        beside.reassignments().of(task)));
    }

    /** Address of what is most pressing; of something about this document rather, if there is any. */
    String next(@Nullable UUID documentId) {
        return about(documentId)
                .or(() -> tasks.list(TaskSelection.open(TaskSelection.View.MINE, 1)).items().stream()
                        .findFirst())
                .map(TaskDesk::address)
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
        return same.map(TaskDesk::address).orElseGet(() -> next == null ? next(null) : address(next));
    }

    private Optional<TaskView> about(@Nullable UUID documentId) {
        return documentId == null ? Optional.empty() : tasks.mineAbout(documentId);
    }

    private static String address(TaskView task) {
        return "/tasks/" + task.id();
    }
}
