/**
 * Watching: a person follows a task, or a document with every task about it, without having to decide anything.
 *
 * <ol>
 *   <li>Only what a person may see is watched. Who may see it no longer finds it no longer, watched or not.
 *   <li>Watching a document shows its tasks; it gives no right to decide them.
 *   <li>What somebody watches is nobody else's business.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.watch;

import org.jspecify.annotations.NullMarked;
