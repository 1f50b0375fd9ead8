/** Signing in afresh: what a stolen session must not do asks for the password again, some minutes before at most. */
@NamedInterface("fresh")
@NullMarked
package io.simbaerp.identity.fresh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
