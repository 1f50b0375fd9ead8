/**
 * What a Polish structured invoice (FA of KSeF) states and EN 16931 has no term for.
 *
 * <ol>
 *   <li>What has a term in the standard stands there and not here.
 *   <li>Values are the file's own; {@code null} and empty mean that it states none.
 * </ol>
 */
@NamedInterface("polish")
@NullMarked
package io.simbaerp.invoice.received.polish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
