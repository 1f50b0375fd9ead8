/**
 * What somebody has entered into the form of a task and not yet sent: kept while they work, so that a closed window loses
 * nothing.
 *
 * <ol>
 *   <li>A draft belongs to one person and one open task; nobody else sees it, and nothing is decided by it. That is why
 *       keeping one is told to nobody and stands in no history.
 *   <li>It ends with its task.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.draft;

import org.jspecify.annotations.NullMarked;
