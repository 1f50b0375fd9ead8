/**
 * What happens by itself to tasks that wait: reminders, escalation and lapse, by rules each company keeps.
 *
 * <ol>
 *   <li>A rule is about all tasks, a process, a step or a type of document; of one act only the rules count that say most
 *       closely what they are about.
 *   <li>Times are counted in the company's working hours before or after the task is due.
 *   <li>A reminder goes to whose task it is, or could be, and to those who stand in for them today; an escalation to the
 *       superior, level by level, and at the top to whoever answers for processes.
 *   <li>A step that lapses is returned or rejected, never approved: rule, code and database each refuse it.
 *   <li>Each rule acts once on a task, however many nodes look, and everything it did stands in the document's history.
 * </ol>
 */
@NamedInterface("timing")
@NullMarked
package io.simbaerp.task.timing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
