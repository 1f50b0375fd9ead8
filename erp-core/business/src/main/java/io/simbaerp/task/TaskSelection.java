package io.simbaerp.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows.
 *
 * @param state {@link TaskState#OPEN} or {@link TaskState#DONE}
 * @param after where the page before ended, as given by {@link TaskList#next()}
 */
public record TaskSelection(
        View view,
        TaskState state,
        @Nullable UUID documentId,
        @Nullable String after,
        int limit) {

    /** Whose tasks. */
    public enum View {
        /** What the reader can work on: what they have taken, and what is free and theirs to take. */
        MINE,
        /** Everything that came to one of the reader's duties, taken by whomever. */
        GROUP,
        /** Every task the reader may see. */
        ALL
    }

    public static TaskSelection open(View view, int limit) {
        return new TaskSelection(view, TaskState.OPEN, null, null, limit);
    }

    public static TaskSelection ofDocument(UUID documentId) {
        return new TaskSelection(View.ALL, TaskState.OPEN, documentId, null, 50);
    }
}
