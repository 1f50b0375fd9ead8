/**
 * Which accounts the program takes where nobody names one: exchange differences, revaluation, the result of the year.
 *
 * <ol>
 *   <li>A purpose is served by one account, which takes entries in any currency, asks for no party and fits the purpose.
 *   <li>The charts of our templates bring theirs along; where somebody chose an account, it stays.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.purpose;

import org.jspecify.annotations.NullMarked;
