/**
 * A person's own access tokens: which there are, when each was last used, and how one is ended.
 *
 * <ol>
 *   <li>Nobody sees or ends the tokens of others.
 * </ol>
 */
@NamedInterface("token")
@NullMarked
package io.simbaerp.identity.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
