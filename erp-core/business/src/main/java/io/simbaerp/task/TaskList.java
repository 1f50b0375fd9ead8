package io.simbaerp.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param next where the next page starts; nothing at the end
 */
public record TaskList(List<TaskView> items, @Nullable String next) {

    /**
     * Where a task stands among those its reader can work on.
     *
     * @param position from 1 on; nothing if it is none of them
     * @param count how many there are; counted up to five hundred
     */
    public record Place(
            @Nullable Integer position,
            int count,
            @Nullable UUID previous,
            @Nullable TaskView next) {}
}
