package io.simbaerp.task.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Page;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.ReleaseTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskEngine;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The task desk for programs. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskResource {

    private final Tasks tasks;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final CompleteTask completeTask;
    private final ObjectProvider<TaskEngine> engine;
    private final TaskTexts texts;

    TaskResource(
            Tasks tasks,
            ClaimTask claimTask,
            ReleaseTask releaseTask,
            CompleteTask completeTask,
            ObjectProvider<TaskEngine> engine,
            TaskTexts texts) {
        this.tasks = tasks;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.completeTask = completeTask;
        this.engine = engine;
        this.texts = texts;
    }

    /** A page of tasks as REST shows it. */
    record TaskPageJson(List<TaskJson> items, @Nullable String next) {}

    /**
     * How a task is decided through REST.
     *
     * @param coding what a coding task takes in
     * @param input what the form of any other task takes in, such as who the supplier is
     */
    record CompletionJson(
            @Nullable String outcome,
            @Nullable String comment,
            @Nullable JsonNode coding,
            @Nullable JsonNode input,
            @Nullable String contentHash) {

        TaskCompletion of(UUID task, String decided) {
            return new TaskCompletion(task, decided, comment, coding == null ? input : coding, contentHash);
        }
    }

    /** Takes the filters, the search and the sorting of the page: view, state, document and the others. */
    @GetMapping
    TaskPageJson list(@RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<TaskView> page = tasks.page(asked, limit);
        return new TaskPageJson(page.items().stream().map(texts::json).toList(), page.next());
    }

    @GetMapping("/{id}")
    TaskJson one(@PathVariable UUID id) {
        TaskView task = tasks.shown(id);
        return task.lookedAt() ? texts.json(task) : texts.json(task, tasks.background(id));
    }

    @PostMapping("/{id}/claim")
    TaskJson claim(@PathVariable UUID id) {
        return texts.json(claimTask.claim(id));
    }

    @PostMapping("/{id}/release")
    TaskJson release(@PathVariable UUID id) {
        releaseTask.release(id);
        return texts.json(tasks.byId(id));
    }

    /** Answers when the process has gone on to its next task, after two seconds at the latest. */
    @PostMapping("/{id}/complete")
    TaskJson complete(@PathVariable UUID id, @RequestBody CompletionJson completion) {
        String outcome = completion.outcome();
        if (outcome == null || outcome.isBlank()) {
            throw RuleViolation.ofField("outcome", "task.outcome-missing");
        }
        TaskView decided = completeTask.complete(completion.of(id, outcome));
        engine.getObject().awaitNext();
        return texts.json(decided);
    }
}
