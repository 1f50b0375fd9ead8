/**
 * How fast sign-in may be tried, kept in the database so that all nodes and restarts know it.
 *
 * <ol>
 *   <li>An attempt is counted before the password is looked at: attempts at the same time cannot slip past.
 *   <li>What is slowed down is one name from one place. Whoever tries somebody else's name locks nobody out but
 *       themselves: a device its owner signed in from before has a pace of its own.
 *   <li>A name nobody has is counted like any other, so that the pace doesn't tell which names exist.
 * </ol>
 */
@NamedInterface("pace")
@NullMarked
package io.simbaerp.identity.pace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
