/**
 * Roles in the hands of people: who holds which, how far it reaches for them, and what they may do because of it.
 *
 * <ol>
 *   <li>A role is granted per company; its limits for the person narrow the limits of the role.
 *   <li>A grant that would put conflicting duties into one hand is refused unless each conflict is excepted.
 *   <li>The last administrator stays one.
 * </ol>
 */
@NamedInterface("role")
@NullMarked
package io.simbaerp.identity.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
