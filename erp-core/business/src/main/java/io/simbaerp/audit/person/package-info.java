/**
 * Disposing of what the trail says about people: the key under which it stands is thrown away, never the trail.
 *
 * <ol>
 *   <li>A key is disposed of by somebody, with a reason, once, and never while retention runs or a hold stands.
 *   <li>Lines, hashes and seals stay as they are; the values just can't be read any more.
 * </ol>
 */
@NullMarked
package io.simbaerp.audit.person;

import org.jspecify.annotations.NullMarked;
