/**
 * Where the lines of an invoice go: what is proposed, and what may be entered.
 *
 * <ol>
 *   <li>A proposal always stands on its own: sent as it is, it carries the invoice forward.
 *   <li>It follows what was posted for this supplier before, line by line; without a precedent it follows the document's
 *       VAT category and rate and the company's usual cost account.
 *   <li>The coded parts of a line add up to its net amount exactly. What an invoice's total holds beyond its lines is a
 *       line of its own, seen and coded by a person.
 *   <li>A VAT code is valid on the tax point; a domestic one has the rate that the document states.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.coding;

import org.jspecify.annotations.NullMarked;
