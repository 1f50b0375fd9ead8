package io.simbaerp.task.live;

import java.util.UUID;

/**
 * How a task on somebody's page stands now.
 *
 * @param state free, mine, taken (by somebody else), done, or gone: withdrawn, or not the reader's to see
 * @param words the same in the reader's language
 */
record LiveTask(UUID id, String state, String words) {}
