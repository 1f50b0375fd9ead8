/**
 * What happens to tasks while somebody looks at them: a list or a card that is open learns within a second that another
 * person took a task, gave it back or decided it, also through another node.
 *
 * <ol>
 *   <li>PostgreSQL tells a change when its transaction commits, by the ids of company and task alone; each node hears it by
 *       one connection of its own.
 *   <li>What somebody is told is read anew as that person, with the duties, limits and sight they have at that moment, and
 *       for the tasks on their page alone. A task they may not see is as gone as one that never was.
 *   <li>Before anything is told and with every beat it is asked whether session and membership still hold; if not, it ends.
 *   <li>Listening neither prolongs a session nor holds up the end of the program.
 * </ol>
 */
@NullMarked
package io.simbaerp.task.live;

import org.jspecify.annotations.NullMarked;
