/**
 * Questions about a task: whoever is to decide asks somebody else without giving the task away.
 *
 * <ol>
 *   <li>A question goes to one person of the company, as a task of their own; nobody else is asked by it.
 *   <li>It is answered once. Question and answer are never changed; they stand on every card about the same subject.
 *   <li>It ends unanswered when the task it was asked about ends.
 * </ol>
 */
@NamedInterface("question")
@NullMarked
package io.simbaerp.task.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
