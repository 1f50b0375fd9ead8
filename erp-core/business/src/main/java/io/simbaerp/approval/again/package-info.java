/**
 * Asking once more from an earlier level on: a decision was taken back, or a later approver returned the matter to an earlier
 * one.
 *
 * <ol>
 *   <li>What was asked before becomes void and is asked again: the same levels about the same content.
 *   <li>Approvals of the levels before stand: they are carried over as they were given, and say from where.
 *   <li>A decision can be taken back only by whoever made it, and only while nobody has begun with what follows from it.
 * </ol>
 */
@NamedInterface("again")
@NullMarked
package io.simbaerp.approval.again;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
