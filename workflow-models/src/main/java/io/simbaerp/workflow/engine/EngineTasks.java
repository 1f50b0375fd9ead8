package io.simbaerp.workflow.engine;

import io.simbaerp.task.TaskEngine;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The engine's side of the task desk. The outcome is the one word the engine gets; models branch on it. */
@Component
class EngineTasks implements TaskEngine {

    private static final String OUTCOME = "outcome";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final TaskService tasks;
    private final JobHandOver handOver;

    EngineTasks(TaskService tasks, JobHandOver handOver) {
        this.tasks = tasks;
        this.handOver = handOver;
    }

    @Override
    public void complete(String engineTaskId, String outcome) {
        tasks.complete(engineTaskId, Map.of(OUTCOME, outcome));
    }

    @Override
    public void awaitNext() {
        handOver.await(PATIENCE);
    }
}
