/**
 * Carries an approved invoice into the books: gathers what the posting rule looks at, and writes what it says into
 * ledger, VAT register and document.
 *
 * <ol>
 *   <li>Entry, register rows and the document's state are written in the caller's transaction: all or none.
 *   <li>The VAT period of a register row is the invoice's own; tax the buyer owes himself falls in the month of the tax
 *       point.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.booking;

import org.jspecify.annotations.NullMarked;
