/**
 * Who reports to whom, from which day on.
 *
 * <ol>
 *   <li>On every day a person reports to one superior or to nobody; what is set for a day holds until the next one set.
 *   <li>Nobody reports to themself, directly or over others, on any day: the database refuses such a circle too.
 *   <li>What was set stays on record; a change is another line from its day on, or replaces one of the same day, told by the
 *       trail.
 *   <li>A superior sees who reports to them and arranges their substitution, never naming themself.
 * </ol>
 */
@NamedInterface("superior")
@NullMarked
package io.simbaerp.identity.superior;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
