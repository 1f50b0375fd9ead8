/**
 * Taking single lines of an entry back.
 *
 * <ol>
 *   <li>The reversing entry balances: the lines taken back balance among themselves, or an account takes the rest.
 *   <li>A line is taken back once, by a line that mirrors it: red with the opposite sign, black on the opposite side.
 *   <li>An entry is taken back whole or line by line, never both; what reverses is never reversed itself.
 * </ol>
 *
 * <p>What the entry wrote into the VAT register stays: lines are taken back for accounts, parties and dimensions that
 * were wrong, and an entry whose VAT was wrong is reversed as a whole.
 */
@NullMarked
package io.simbaerp.ledger.reversal;

import org.jspecify.annotations.NullMarked;
