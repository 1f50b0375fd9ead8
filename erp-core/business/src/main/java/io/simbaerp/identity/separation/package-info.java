/**
 * Separation of duties by what people hold: conflicting pairs of duties as data, and exceptions from them.
 *
 * <ol>
 *   <li>A conflict is a pair of duties with its reason; the usual pairs come with a company.
 *   <li>An exception names one person and one conflict, has a reason, a last day, and somebody else who approved it.
 *   <li>Where a conflict has no exception, or its last day is over, the membership that made it stops working.
 * </ol>
 *
 * <p>The other half, separation by what people did, is {@code approval.history}.
 */
@NamedInterface("separation")
@NullMarked
package io.simbaerp.identity.separation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
