/**
 * What a partner's account needs before it counts, asked of whoever keeps approvals: the party module knows accounts, not
 * who decides how.
 *
 * <ol>
 *   <li>An account is confirmed in the name of whoever approved exactly its present content.
 * </ol>
 */
@NamedInterface("approval")
@NullMarked
package io.simbaerp.party.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
