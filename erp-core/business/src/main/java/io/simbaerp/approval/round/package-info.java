/**
 * Rounds of an approval: who sits in one, and when it is decided.
 *
 * <ol>
 *   <li>Rounds follow each other; the seats of one round are asked side by side.
 *   <li>A seat is a person's, or anybody's who holds its duty.
 *   <li>All must agree; or the first to decide decides; or so many of them; or a committee does by its majority, once its
 *       chair has voted, whose vote tips the scales.
 *   <li>Java and PostgreSQL ({@code approval.round_state}) judge alike; a test compares them.
 * </ol>
 */
@NamedInterface("rounds")
@NullMarked
package io.simbaerp.approval.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
