/**
 * Separation of duties by history: whoever worked on the matter before doesn't decide about it.
 *
 * <ol>
 *   <li>What counts is who did it, not what duties they hold: roles change, history doesn't.
 *   <li>Where one person acts for another, what either of them did counts.
 *   <li>A refusal says what was done and on which day.
 *   <li>The modules that know the history (invoice, payment, expense) hand it in, and hold the same rule in the database by a
 *       trigger of their own on the decisions.
 * </ol>
 */
@NamedInterface("history")
@NullMarked
package io.simbaerp.approval.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
