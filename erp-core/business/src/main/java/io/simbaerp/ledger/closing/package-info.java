/**
 * Closing a fiscal year in steps that can be seen before, repeated and taken back until the year is locked.
 *
 * <ol>
 *   <li>Income and expenses are taken to the account of the result by an ordinary entry of the kind CLOSING, on the last day
 *       of the year, in a closing period if the year has one. Done again, it closes what came since.
 *   <li>Balances go on from year to year: what stands on the other accounts at the end of the last day is the next year's
 *       opening. No entry repeats it, so no report counts it twice.
 *   <li>Checks come first, from this module and from those above: what blocks stops closing, the rest needs a reason.
 * </ol>
 */
@NamedInterface("closing")
@NullMarked
package io.simbaerp.ledger.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
