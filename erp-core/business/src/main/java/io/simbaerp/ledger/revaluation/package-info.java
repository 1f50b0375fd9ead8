/**
 * Valuing open items and balances in foreign currency at the end of a day, as the accounting act asks for the balance-sheet
 * date.
 *
 * <ol>
 *   <li>What was open and held at the end of the day is valued, at the latest mean rate published until that day (NBP, or
 *       ECB).
 *   <li>Differences are posted on the accounts of the items, on the accounts kept in foreign currency, and as gain or loss on
 *       the day. They come back on the next, and what is realised later counts from the first rate; or they stay, and the
 *       next valuation posts what has changed since, down to nothing for what was settled meanwhile.
 *   <li>An item is valued once a day; doing it again values what came since. Valuations that stay follow each other.
 *   <li>It is taken back with its entries, for a reason, the last one that stays first.
 * </ol>
 *
 * <p>Rules 2 to 4 are asserted by PostgreSQL too.
 */
@NullMarked
package io.simbaerp.ledger.revaluation;

import org.jspecify.annotations.NullMarked;
