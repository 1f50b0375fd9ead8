package io.simbaerp.task.timing;

import java.util.List;

/** Port to the engine: at which steps of which processes people are asked. Implemented by the workflow module. */
public interface DeskSteps {

    /** Every step of every process in use, by process and in the model's order. */
    List<DeskStep> all();

    /**
     * A step at which somebody decides.
     *
     * @param key as tasks are named by it
     * @param outcomes what can be decided; the first carries the matter forward
     */
    record DeskStep(String process, String key, List<String> outcomes) {}
}
