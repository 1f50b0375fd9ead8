/**
 * What people are told of inside the application: of tasks that wait for them, or for those they answer for or stand in for.
 *
 * <ol>
 *   <li>A notice is its reader's alone; who else was told stands in the history of the document.
 *   <li>It leads to the task only where the reader may see the task.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.notice;

import org.jspecify.annotations.NullMarked;
