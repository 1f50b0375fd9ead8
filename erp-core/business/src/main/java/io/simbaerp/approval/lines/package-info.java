/**
 * Decisions about lines: a seat that decides about some lines of the matter alone, such as those of its cost centres.
 *
 * <ol>
 *   <li>Such a seat is bound to the hash of its lines. What changes elsewhere leaves its decision standing: asked anew, it is
 *       carried over as it was given. What changes in its lines voids it. What couldn't be given
 *       any more isn't carried: the seat is asked again.
 *   <li>Its approval covers all its lines; a return or a rejection says which of them it is about.
 *   <li>PostgreSQL holds the hash, the lines and who decides.
 * </ol>
 */
@NamedInterface("lines")
@NullMarked
package io.simbaerp.approval.lines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
