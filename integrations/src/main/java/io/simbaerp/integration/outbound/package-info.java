/**
 * Where this program may connect to by itself.
 *
 * <ol>
 *   <li>A name is looked up once and the address found is the one connected to: a second answer can't lead elsewhere.
 *   <li>An address of this machine, of the local network or of a cloud's metadata is refused unless the operator lists it
 *       in {@code simba.outbound.allowed}.
 * </ol>
 */
@NullMarked
package io.simbaerp.integration.outbound;

import org.jspecify.annotations.NullMarked;
