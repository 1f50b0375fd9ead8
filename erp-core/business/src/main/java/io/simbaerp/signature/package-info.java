/**
 * Seals and timestamps: what the company made is signed with its own key, so that a later change shows.
 *
 * <ol>
 *   <li>A seal is a PAdES signature of level B-B (ETSI EN 319 142-1): detached CAdES over the whole file, naming the
 *       certificate it was made with.
 *   <li>The key is made at the first start, lies in the data folder encrypted with the master key, and is shared by the
 *       nodes of that folder. Its certificate is its own issuer and says that it is a demo's; an operator may put another
 *       key in its place before.
 *   <li>Timestamps are RFC 3161 tokens by a second key, kept alike, whose certificate is good for nothing else.
 * </ol>
 */
@ApplicationModule(
        displayName = "Signature",
        allowedDependencies = {"architecture", "audit :: integrity"})
@NullMarked
package io.simbaerp.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
