/**
 * Handing one task to a colleague who may decide it by their own right.
 *
 * <ol>
 *   <li>A task is handed only to somebody who holds its duty so far as it reaches, sees its document, and did nothing to the
 *       matter that bars them: delegating lends no rights and opens no way round the separation of duties.
 *   <li>Whoever hands it on has taken it; nobody else hands on what somebody works on, but for the next rule.
 *   <li>What a colleague holds is given on by their superior, and taken over by whoever looks after their tasks; of nobody
 *       else, and to nobody who could not decide it by their own right.
 *   <li>Who handed what to whom, when and why stays on record and in the history of the document.
 * </ol>
 */
@NamedInterface("delegation")
@NullMarked
package io.simbaerp.task.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
