/**
 * Somebody who works for several companies: which they are, which one they work in now, and what waits in each.
 *
 * <ol>
 *   <li>A company one holds no role in is not found, whether it exists or not.
 *   <li>A view over several companies asks once in the scope of each and merges: no statement sees two companies.
 * </ol>
 */
@NamedInterface("choice")
@NullMarked
package io.simbaerp.identity.choice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
