/** What a person is waiting for: tasks of others about documents they have worked on, and those of their people. */
@NullMarked
package io.simbaerp.task.waiting;

import org.jspecify.annotations.NullMarked;
