/**
 * The approval of new suppliers: who is asked, about what, and what is stored of it.
 *
 * <ol>
 *   <li>A new supplier is approved once, by somebody who neither proposed nor changed it, exactly as it is with its proof.
 * </ol>
 */
@NullMarked
package io.simbaerp.supplier.creation;

import org.jspecify.annotations.NullMarked;
