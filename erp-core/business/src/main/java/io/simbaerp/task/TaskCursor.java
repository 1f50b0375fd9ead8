package io.simbaerp.task;

import io.simbaerp.architecture.RuleViolation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** A place in a list of tasks: the time it is sorted by and, among equals, the task's id. */
record TaskCursor(Instant at, UUID id) {

    String text() {
        return at + "~" + id;
    }

    /** @throws RuleViolation task.after-unknown */
    static TaskCursor parse(String text) {
        try {
            int split = text.indexOf('~');
            return new TaskCursor(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw RuleViolation.ofField("after", "task.after-unknown", text);
        }
    }
}
