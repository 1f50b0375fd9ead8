package io.simbaerp.task;

import io.simbaerp.architecture.Acting;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.Subject;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.ListView;
import io.simbaerp.page.list.Lists;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What waits for whom: the lists of the desk and a single task, as far as the reader may see them. */
@Query(Duty.WORK_ON_TASK)
public class Tasks {

    /** The name of their list. */
    public static final String LIST = "tasks";

    private static final int MOST_COUNTED = 499;

    private final DeskTasks tasks;
    private final TaskRows rows;
    private final TaskForms forms;
    private final CurrentActor currentActor;
    private final Lists lists;
    private final TaskSight sight;

    Tasks(
            DeskTasks tasks,
            TaskRows rows,
            TaskForms forms,
            CurrentActor currentActor,
            @Lazy Lists lists,
            TaskSight sight) {
        this.tasks = tasks;
        this.rows = rows;
        this.forms = forms;
        this.currentActor = currentActor;
        this.lists = lists;
        this.sight = sight;
    }

    /** How many open tasks lie beside the reader's own: with their people, handed on by them, watched by them. */
    public record Beside(int ofPeople, int delegated, int watched) {}

    /** Open tasks by due time, the ended ones latest first. */
    public TaskList list(TaskSelection selection) {
        Acting acting = currentActor.get();
        List<TaskRows.Cursor> found = rows.select(selection, acting);
        boolean more = found.size() > selection.limit();
        List<TaskRows.Cursor> page = more ? found.subList(0, selection.limit()) : found;
        Map<UUID, DeskTask> byId = tasks
                .findAllById(page.stream().map(TaskRows.Cursor::id).toList())
                .stream()
                .collect(Collectors.toMap(DeskTask::id, Function.identity()));
        List<TaskView> items = page.stream()
                .map(cursor -> byId.get(cursor.id()))
                .filter(task -> task != null)
                .map(task -> task.view(why(task, acting)))
                .toList();
        return new TaskList(items, more ? page.get(page.size() - 1).text() : null);
    }

    /** Those of them the reader may see, in this order. */
    public List<TaskView> byIds(List<UUID> ids) {
        Acting acting = currentActor.get();
        // One is what a program asks for that follows a document, and found by a statement that is known.
        List<DeskTask> found =
                ids.size() == 1 ? tasks.findById(ids.get(0)).stream().toList() : tasks.findAllById(ids);
        Map<UUID, DeskTask> byId = found.stream().collect(Collectors.toMap(DeskTask::id, Function.identity()));
        Set<UUID> lookedAt = sight.lookedAt(
                found.stream()
                        .filter(task -> !task.isVisibleTo(acting))
                        .map(DeskTask::id)
                        .toList(),
                acting);
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .filter(task -> lookedAt.contains(task.id()) || task.isVisibleTo(acting))
                .map(task -> task.view(why(task, acting)).lookedAt(lookedAt.contains(task.id())))
                .toList();
    }

    /** A page of the list for programs, with the list's own search, filters and sorting. */
    public Page<TaskView> page(MultiValueMap<String, String> asked, int limit) {
        Page<UUID> page = lists.ids(LIST, asked, limit);
        return new Page<>(byIds(page.items()), page.next());
    }

    /** A page of the list for people; without any wish what the reader can work on. */
    public ListView desk(MultiValueMap<String, String> asked) {
        MultiValueMap<String, String> mine = new LinkedMultiValueMap<>();
        mine.add("view", "mine");
        return lists.page(LIST, asked, mine);
    }

    /** How many open tasks the reader sees in each view; counted up to a hundred. */
    public Map<TaskSelection.View, Integer> counts() {
        Map<TaskSelection.View, Integer> counts = new HashMap<>();
        for (TaskSelection.View view : TaskSelection.View.values()) {
            counts.put(
                    view,
                    rows.select(TaskSelection.open(view, 99), currentActor.get())
                            .size());
        }
        return counts;
    }

    /** The same of what lies beside it; counted up to a hundred. */
    public Beside countsBeside() {
        return sight.counts(100, currentActor.get());
    }

    /** When what the reader can work on is due, the most pressing first; nothing in it stands for no date. At most 500. */
    public List<Optional<Instant>> due() {
        return rows.select(TaskSelection.open(TaskSelection.View.MINE, MOST_COUNTED), currentActor.get()).stream()
                .map(TaskRows.Cursor::at)
                .map(at -> at.equals(DeskTask.NEVER) ? Optional.<Instant>empty() : Optional.of(at))
                .toList();
    }

    /** Where a task stands among those the reader can work on, and what comes before and after it. */
    public TaskList.Place place(UUID id) {
        List<UUID> mine =
                rows.select(TaskSelection.open(TaskSelection.View.MINE, MOST_COUNTED), currentActor.get()).stream()
                        .map(TaskRows.Cursor::id)
                        .toList();
        int at = mine.indexOf(id);
        return new TaskList.Place(
                at < 0 ? null : at + 1,
                mine.size(),
                at > 0 ? mine.get(at - 1) : null,
                at + 1 < mine.size()
                        ? tasks.findById(mine.get(at + 1))
                                .map(task -> task.view(why(task, currentActor.get())))
                                .orElse(null)
                        : null);
    }

    /** What else about a document the reader can work on. */
    public Optional<TaskView> mineAbout(UUID documentId) {
        UUID reader = currentActor.get().principal().orElse(null);
        return list(TaskSelection.ofDocument(documentId)).items().stream()
                .filter(task -> task.assignee() == null || task.assignee().equals(reader))
                .findFirst();
    }

    /** The open tasks about a record that the reader may see. */
    public List<TaskView> openAbout(Subject subject) {
        Acting acting = currentActor.get();
        return tasks.findBySubjectIdAndState(subject.id(), TaskState.OPEN).stream()
                .filter(task -> task.isVisibleTo(acting))
                .map(task -> task.view(why(task, acting)))
                .filter(task -> task.subject().equals(subject))
                .toList();
    }

    /** Whether the decision of a task leads, as a rule, to another one of the reader's about the same document. */
    public boolean leadsOn(UUID id, String outcome) {
        OpenTaskView task = visible(id).openView();
        return forms.of(task.form()).leadsOn(task, outcome);
    }

    /**
     * The task with every field its decision is about.
     *
     * @throws NotFound if there is none or none the reader may see
     */
    public TaskView byId(UUID id) {
        DeskTask task = visible(id);
        TaskView view = task.view(why(task, currentActor.get()));
        if (!task.isOpen()) {
            return view;
        }
        return view.with(forms.of(view.form()).facts(task.openView()));
    }

    /**
     * The same also of a task the reader may only look at, without what its decision is about.
     *
     * @throws NotFound if there is none or none the reader may see
     */
    public TaskView shown(UUID id) {
        return byIds(List.of(id)).stream()
                .findFirst()
                .filter(TaskView::lookedAt)
                .orElseGet(() -> byId(id));
    }

    /** What else the reader should know before deciding an open task. */
    public TaskFacts.Background background(UUID id) {
        DeskTask task = visible(id);
        return task.isOpen() ? forms.of(task.openView().form()).background(task.openView()) : TaskFacts.Background.NONE;
    }

    /** What the page of an open task shows, with what was entered into its form before; nothing once it has ended. */
    public Optional<TaskPage> page(UUID id, Map<String, List<String>> entered) {
        DeskTask task = visible(id);
        return task.isOpen()
                ? Optional.of(forms.of(task.openView().form()).page(task.openView(), entered))
                : Optional.empty();
    }

    /** The fields of the task's form as posted by its page, in the shape of REST's {@code coding}. */
    public tools.jackson.databind.@Nullable JsonNode coding(UUID id, Map<String, List<String>> fields) {
        OpenTaskView task = visible(id).openView();
        return forms.of(task.form()).coding(task, fields);
    }

    private DeskTask visible(UUID id) {
        Acting acting = currentActor.get();
        return tasks.findById(id).filter(task -> task.isVisibleTo(acting)).orElseThrow(() -> new NotFound("task", id));
    }

    private static @Nullable Duty why(DeskTask task, Acting acting) {
        Extent extent = Extent.parse(task.extent());
        return task.candidates().stream()
                .filter(duty -> acting.may(duty, extent))
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
