/**
 * What people are told of, inside the application and by mail: tasks that wait for them, or for those they answer for or
 * stand in for, questions and answers, and decisions on what they asked for.
 *
 * <ol>
 *   <li>A notice is its reader's alone; who else was told stands in the history of the document.
 *   <li>It leads to the task only where the reader may see the task.
 *   <li>Each person says of each kind how they want to be told, and when mail may come; whoever said nothing is told as is
 *       usual.
 *   <li>What happened is noted by one row in its own transaction; people are told of it after that, each once.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.notice;

import org.jspecify.annotations.NullMarked;
