/**
 * The integrity log: proof that what was recorded is what it was.
 *
 * <ol>
 *   <li>Every record of the kinds the modules name in their {@link io.simbaerp.audit.integrity.IntegrityLeaves} is a leaf
 *       of its company's log: a hash over every one of its fields. A leaf names the recipe it was made by, so that a later
 *       recipe breaks no older leaf.
 *   <li>Leaves come in blocks. A block holds the root of a Merkle tree over its leaves (RFC 6962) and the hash of the
 *       block before.
 *   <li>Once a day the newest block gets a timestamp (RFC 3161).
 *   <li>A background job makes them. Nobody who posts or decides waits for it, and what was still under way comes into the
 *       next block.
 *   <li>A setting may change, but not untold: a new state becomes a leaf only where the trail has a line about it.
 *   <li>Disposing of a person's key changes no leaf: personal values stand in it encrypted.
 * </ol>
 */
@NamedInterface("integrity")
@NullMarked
package io.simbaerp.audit.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
