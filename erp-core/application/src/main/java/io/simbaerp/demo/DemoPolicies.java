package io.simbaerp.demo;

import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ControlledDraft;
import io.simbaerp.controlled.ControlledKind;
import io.simbaerp.controlled.Standing;
import io.simbaerp.controlled.SubmitVersion;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the demo a policy to be read, a page of the knowledge base, and one that waits for its review. */
@Component
class DemoPolicies {

    private static final String WRITER = "personnel";
    private static final String REVIEWER = "director";
    private static final int TWO_WEEKS = 14;
    private static final int A_YEAR = 12;

    private final DemoPeople people;
    private final BeginControlledDocument begin;
    private final SubmitVersion submit;
    private final Tasks tasks;
    private final CompleteTask completeTask;

    DemoPolicies(
            DemoPeople people,
            BeginControlledDocument begin,
            SubmitVersion submit,
            Tasks tasks,
            CompleteTask completeTask) {
        this.people = people;
        this.begin = begin;
        this.submit = submit;
        this.tasks = tasks;
        this.completeTask = completeTask;
    }

    /** Writes them, each once; what is marked so is approved. */
    void write() {
        if (!people.isThere(WRITER) || !people.isThere(REVIEWER)) {
            return;
        }
        for (CSVRecord row : DemoTable.rows("policies.csv")) {
            VersionView version = people.as(WRITER, () -> begin.begin(draft(row), "demo-" + row.get("key")));
            if (version.standing() == Standing.DRAFT && !row.get("way").equals("draft")) {
                people.<@Nullable Void>as(WRITER, () -> {
                    submit.submit(version.id(), version.edition());
                    return null;
                });
                if (row.get("way").equals("publish")) {
                    approve(version);
                }
            }
        }
    }

    private void approve(VersionView version) {
        people.<@Nullable Void>as(REVIEWER, () -> {
            task(version)
                    .ifPresent(task -> completeTask.complete(
                            new TaskCompletion(task.id(), "approve", null, null, version.contentHash())));
            return null;
        });
    }

    private Optional<TaskView> task(VersionView version) {
        return tasks.list(TaskSelection.open(TaskSelection.View.ALL, 100)).items().stream()
                .filter(task -> task.subject().id().equals(version.id()))
                .findFirst();
    }

    private static ControlledDraft draft(CSVRecord row) {
        return new ControlledDraft(
                row.get("title"),
                ControlledKind.valueOf(row.get("kind")),
                row.get("text").replace("\\n", "\n"),
                null,
                null,
                row.get("readers").isEmpty()
                        ? List.of()
                        : List.of(row.get("readers").split(" ")),
                TWO_WEEKS,
                A_YEAR,
                null);
    }
}
