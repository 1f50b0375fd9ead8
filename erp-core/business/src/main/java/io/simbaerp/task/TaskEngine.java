package io.simbaerp.task;

/** Port to the engine a task came from. Implemented by the workflow module. */
public interface TaskEngine {

    /** Lets the process go on, in the caller's transaction. */
    void complete(String engineTaskId, String outcome);

    /**
     * Waits, after the transaction, until the process stands at its next task or two seconds have passed, so that who
     * has just decided finds there what follows from it.
     */
    void awaitNext();
}
