package io.simbaerp.task.web;

import io.simbaerp.task.TaskEngine;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.undo.TakeBackDecision;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes a decision back for programs: as long as nobody has begun with what follows from it. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/take-back")
class UndoResource {

    private final TakeBackDecision takeBackDecision;
    private final Tasks tasks;
    private final TaskTexts texts;
    private final ObjectProvider<TaskEngine> engine;

    UndoResource(TakeBackDecision takeBackDecision, Tasks tasks, TaskTexts texts, ObjectProvider<TaskEngine> engine) {
        this.takeBackDecision = takeBackDecision;
        this.tasks = tasks;
        this.texts = texts;
        this.engine = engine;
    }

    /** Answers the task as it stands: decided once and for all, its successor is another one. */
    @PostMapping
    TaskJson takeBack(@PathVariable UUID id) {
        takeBackDecision.takeBack(id);
        engine.getObject().awaitNext();
        return texts.json(tasks.byId(id));
    }
}
