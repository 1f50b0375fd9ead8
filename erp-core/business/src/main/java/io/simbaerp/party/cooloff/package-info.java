/**
 * The time between the confirmation of a partner's account and the first payment to it, in which a fraud can still come out.
 *
 * <ol>
 *   <li>How many days is the company's setting: for a partner's first account, and for another one beside or instead of it. The
 *       database counts them when the account is confirmed; a later change of the setting changes nothing about it.
 *   <li>Until then nothing is paid to the account. A third person, who neither proposed nor confirmed it, may waive that with a
 *       reason.
 * </ol>
 */
@NamedInterface("cool-off")
@NullMarked
package io.simbaerp.party.cooloff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
