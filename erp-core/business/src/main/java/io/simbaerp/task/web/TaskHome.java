package io.simbaerp.task.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.money.Money;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.waiting.WaitingOnOthers;
import io.simbaerp.task.web.DueWords.Urgency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the task desk stands on the home page: what is the reader's to do, and on whom their documents wait. */
@Component
class TaskHome {

    private static final int ON_HOME = 12;
    private static final int WAITING = 6;

    private final Tasks tasks;
    private final WaitingOnOthers waitingOnOthers;
    private final TaskPages pages;
    private final TaskTexts texts;
    private final DueWords dueWords;
    private final ActorNames names;

    TaskHome(
            Tasks tasks,
            WaitingOnOthers waitingOnOthers,
            TaskPages pages,
            TaskTexts texts,
            DueWords dueWords,
            ActorNames names) {
        this.tasks = tasks;
        this.waitingOnOthers = waitingOnOthers;
        this.pages = pages;
        this.texts = texts;
        this.dueWords = dueWords;
        this.names = names;
    }

    /** The most pressing tasks, and how many there are of each urgency. */
    record Pressing(List<Group> groups, List<Count> counts, boolean more) {}

    /** Tasks of one urgency. */
    record Group(String label, int count, List<TaskPages.Row> rows) {}

    /** How many tasks are late, due today or later. */
    record Count(String tone, boolean late, String words) {}

    /**
     * On whom the reader's documents wait, and what waits with their people.
     *
     * @param people none for who has no people, or whose people have nothing to do
     */
    record Waiting(List<WaitingRow> rows, List<WaitingRow> people) {}

    /** So many of one kind, waiting on one person or duty. */
    record WaitingRow(
            String on,
            String task,
            int items,
            DueWords.Due oldest,
            @Nullable Money amount,
            String href) {}

    Pressing pressing() {
        var list = tasks.list(TaskSelection.open(TaskSelection.View.MINE, ON_HOME));
        Map<Urgency, Integer> counted = counted();
        int late = counted.getOrDefault(Urgency.LATE, 0);
        int today = counted.getOrDefault(Urgency.TODAY, 0);
        int later = counted.values().stream().mapToInt(Integer::intValue).sum() - late - today;
        List<Count> counts = new ArrayList<>();
        add(counts, "bad", "task.count-late", late);
        add(counts, "warn", "task.count-today", today);
        add(counts, "mute", "task.count-later", later);
        return new Pressing(byUrgency(list.items()), counts, list.next() != null);
    }

    String sentence() {
        int late = counted().getOrDefault(Urgency.LATE, 0);
        int all = tasks.due().size();
        return late == 0
                ? texts.text("task.home-sentence", "", all)
                : texts.text("task.home-sentence-late", "", all, late);
    }

    Waiting waiting() {
        return new Waiting(
                waitingOnOthers.rows(WAITING).stream()
                        .map(row -> waiting(row, "/documents/" + row.document()))
                        .toList(),
                waitingOnOthers.withMyPeople(WAITING).stream()
                        .map(row -> waiting(row, "/tasks/" + row.task()))
                        .toList());
    }

    private WaitingRow waiting(WaitingOnOthers.Row row, String href) {
        return new WaitingRow(
                on(row),
                texts.text("task.name." + row.taskKey(), row.taskKey()),
                row.items(),
                dueWords.age(row.oldest()),
                row.amount(),
                href);
    }

    private String on(WaitingOnOthers.Row row) {
        return row.person() != null
                ? names.nameOf(Actor.person(row.person()))
                : row.duties().stream().map(texts::duty).collect(Collectors.joining(", "));
    }

    private List<Group> byUrgency(List<TaskView> tasks) {
        Map<Urgency, List<TaskPages.Row>> rows = new EnumMap<>(Urgency.class);
        tasks.forEach(task -> rows.computeIfAbsent(dueWords.urgency(task.dueAt()), urgency -> new ArrayList<>())
                .add(pages.row(task)));
        return rows.entrySet().stream()
                .map(entry -> new Group(
                        texts.text("task.urgency-" + entry.getKey().name().toLowerCase(Locale.ROOT), ""),
                        entry.getValue().size(),
                        entry.getValue()))
                .toList();
    }

    private Map<Urgency, Integer> counted() {
        Map<Urgency, Integer> counted = new EnumMap<>(Urgency.class);
        tasks.due().forEach(due -> counted.merge(dueWords.urgency(due.orElse(null)), 1, Integer::sum));
        return counted;
    }

    private void add(List<Count> counts, String tone, String message, int count) {
        if (count > 0) {
            counts.add(new Count(tone, tone.equals("bad"), texts.text(message, "", count)));
        }
    }
}
