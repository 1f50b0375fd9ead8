/**
 * Valuing open items in foreign currency at the end of a day, as the accounting act asks for the balance-sheet date.
 *
 * <ol>
 *   <li>What was open at the end of the day is valued, at the latest mean rate published until that day (NBP, or ECB).
 *   <li>Differences are posted on the accounts of the items and as gain or loss on the day, and back on the next: what is
 *       realised later counts from the first rate.
 *   <li>An item is valued once a day; doing it again values what came since.
 *   <li>It is taken back with both entries, for a reason.
 * </ol>
 *
 * <p>Rules 2 to 4 are asserted by PostgreSQL too.
 */
@NullMarked
package io.simbaerp.ledger.revaluation;

import org.jspecify.annotations.NullMarked;
