package io.simbaerp.task;

/** Port to the engine a task came from. Implemented by the workflow module. */
public interface TaskEngine {

    /** Lets the process go on, in the caller's transaction. */
    void complete(String engineTaskId, String outcome);
}
