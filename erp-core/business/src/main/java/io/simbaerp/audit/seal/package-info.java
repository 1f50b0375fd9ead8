/**
 * Proof that the audit trail is what it was.
 *
 * <ol>
 *   <li>Every line comes under one seal, within the hour. A seal holds the hash of its lines and of the seal before, and
 *       names the recipe by which both are made, so that a later recipe never breaks an older seal.
 *   <li>Sealing never makes anybody wait: lines of transactions still under way come under the next seal.
 *   <li>Disposing of a person's key changes no line, and so no hash.
 * </ol>
 */
@NullMarked
package io.simbaerp.audit.seal;

import org.jspecify.annotations.NullMarked;
