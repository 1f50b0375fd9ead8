/**
 * How long tasks took and whether they were done in time, for whoever answers for them.
 *
 * <ol>
 *   <li>A task counts in the month in which it was due; time taken is counted in working hours, from its opening to its end.
 *   <li>Everybody sees their own tasks and those of everybody below them; whoever may see models of processes sees all.
 *   <li>What a task's document keeps confidential is not counted for those who may not see it.
 *   <li>However many tasks there are, the figures are made by one statement.
 * </ol>
 */
@NamedInterface("sla")
@NullMarked
package io.simbaerp.task.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
