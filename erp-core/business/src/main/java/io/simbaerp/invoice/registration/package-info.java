/**
 * What is settled about an invoice when it comes in: its dates, its VAT period, its rates, whether it was here before.
 *
 * <ol>
 *   <li>Dates are kept apart and never stand for each other; {@link io.simbaerp.invoice.registration.InvoiceDates} says
 *       which of them decides what.
 *   <li>The VAT period and the period of the books are independent of each other.
 *   <li>A rate that isn't there is a question to a person, never an error and never 1.
 *   <li>Likeness is for people to judge: nothing is ever rejected as a duplicate by itself.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.registration;

import org.jspecify.annotations.NullMarked;
