/**
 * Opening balances: what stood on the accounts, and what was owed to and by whom, before the books are kept here.
 *
 * <ol>
 *   <li>They come as a table, are shown with everything that is wrong about them before anything is posted, and are posted
 *       whole or not at all, as an ordinary entry of the kind OPENING on the last day of a period.
 *   <li>At the end of a year income and expenses have no balance; a table that has one for them is for the middle of a year.
 *   <li>A row of a control account names its party and leaves an open item with its own document number and due date.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.opening;

import org.jspecify.annotations.NullMarked;
