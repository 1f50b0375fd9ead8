package io.simbaerp.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of tasks.
 *
 * @param next where the next page starts; nothing at the end
 */
public record TaskList(List<TaskView> items, @Nullable String next) {}
