/**
 * What a role bundles: its duties, how far each reaches, and whom a change would put into conflict.
 *
 * <ol>
 *   <li>A change that would give somebody conflicting duties is refused, with the names of those it would give them to,
 *       unless an approved exception covers each.
 *   <li>A change never takes the last administrator away.
 *   <li>The trail tells every duty that came or went and every limit, with the reason.
 * </ol>
 */
@NullMarked
package io.simbaerp.identity.role.change;

import org.jspecify.annotations.NullMarked;
