package io.simbaerp.task.undo;

import io.simbaerp.task.TaskView;

/**
 * Port to the modules that know what follows from a decision once it was sent on, and how it is taken back while nobody has
 * begun with that.
 */
public interface LaterTakeBack {

    /** Whether this is the module that knows about the decided task. */
    boolean concerns(TaskView task);

    /** Whether whoever acts could take it back now. */
    boolean possible(TaskView task);

    /**
     * Takes it back, in the transaction of whoever asks.
     *
     * @throws io.simbaerp.architecture.Conflict if something has followed meanwhile
     */
    void takeBack(TaskView task);
}
