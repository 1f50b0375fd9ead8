/**
 * Invoices that may be the same: what agrees between them, and what people decided about them.
 *
 * <ol>
 *   <li>Exact: the same KSeF number, or the same supplier, kind, number and issue date. Likely: the same supplier and
 *       number, or the same supplier, kind and amount within six days. Numbers are compared as
 *       {@link io.simbaerp.invoice.registration.InvoiceNumber} says, whatever way the invoices came.
 *   <li>Rejected invoices don't count. Of two that are alike the later registered one is asked about.
 *   <li>Nothing is rejected by itself: a person says that it is the same, or tells the two apart for good.
 *   <li>Until then the later one is neither coded nor posted; of an exact duplicate the database itself refuses both.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.duplicate;

import org.jspecify.annotations.NullMarked;
