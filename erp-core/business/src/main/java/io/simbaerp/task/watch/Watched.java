package io.simbaerp.task.watch;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is watched: one of the two, never both. */
public record Watched(@Nullable UUID task, @Nullable UUID document) {

    public Watched {
        if ((task == null) == (document == null)) {
            throw new IllegalArgumentException("Either a task is watched or a document");
        }
    }

    public static Watched task(UUID id) {
        return new Watched(id, null);
    }

    public static Watched document(UUID id) {
        return new Watched(null, id);
    }

    UUID id() {
        return task == null ? Objects.requireNonNull(document) : task;
    }

    String kind() {
        return task == null ? "document" : "task";
    }
}
