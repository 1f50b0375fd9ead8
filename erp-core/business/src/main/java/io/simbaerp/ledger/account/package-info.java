/**
 * Keeping the chart of accounts: adding an account, changing what is said of it, closing it.
 *
 * <ol>
 *   <li>An account takes entries or has others below it, never both; none lies below itself.
 *   <li>Once entries use it, its number, type, side, control and currency stay, and it was active on their days.
 *   <li>An account is closed by its last day, never deleted.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.account;

import org.jspecify.annotations.NullMarked;
