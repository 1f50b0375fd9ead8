/**
 * Taking a decision back: what a person decides on a page is held for a few seconds before anything follows from it.
 *
 * <ol>
 *   <li>Nothing follows from a held decision: no entry, no next task, no mail. It is carried out by the same use case as
 *       any other, later and whole.
 *   <li>A decision is held only after it was tried out, so that whatever it breaks is told at once.
 *   <li>Either it is taken back or it is sent on, never both: both begin with the lock on the task.
 *   <li>A held decision that can't be carried out any more falls; the task stays with its person, who is told why.
 *   <li>What was sent on is taken back only where a module knows what follows ({@link
 *       io.simbaerp.task.undo.LaterTakeBack}) and nobody has begun with it; everything else is too late.
 * </ol>
 */
@NamedInterface("undo")
@NullMarked
package io.simbaerp.task.undo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
