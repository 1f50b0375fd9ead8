/**
 * Invoices that came as a picture or a plain PDF: a person types in what stands on them, and from then on they go the way
 * of every other invoice.
 *
 * <ol>
 *   <li>What is typed in is checked by its own sum before anything is registered: net and VAT of all rates make the total.
 *   <li>The document keeps its number and its original; it becomes an invoice, never another document.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.entry;

import org.jspecify.annotations.NullMarked;
