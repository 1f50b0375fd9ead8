/**
 * Withdrawing a partner's bank account: nothing is paid to it from now on.
 *
 * <ol>
 *   <li>One person is enough, for it only stops payment; they say why. What was proposed and never confirmed may also lapse.
 *   <li>The account's record stays with who proposed, confirmed and withdrew it. It is never taken up again: the same number
 *       is proposed anew and waits for a second person.
 *   <li>A run that waits for approval leaves what it would pay to the account behind when it is released.
 * </ol>
 */
@NamedInterface("withdrawal")
@NullMarked
package io.simbaerp.party.withdrawal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
