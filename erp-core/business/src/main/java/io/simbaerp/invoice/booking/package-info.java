/**
 * Carries an approved invoice into the books: gathers what the posting rule looks at, and writes what it says into
 * ledger, VAT register and document.
 *
 * <ol>
 *   <li>Entry, register rows and the document's state are written in the caller's transaction: all or none.
 *   <li>The VAT period of a register row is the invoice's own; tax the buyer owes himself is owed and
 *       deducted in the month of the tax point (VAT act art. 86(10), (10b)).
 *   <li>Tax whose month comes after the posting waits on an account of its own and moves in that month, at once if its
 *       books are open; under the cash method register row and tax wait for the payment, and move with it, in part with a
 *       part of it.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.booking;

import org.jspecify.annotations.NullMarked;
