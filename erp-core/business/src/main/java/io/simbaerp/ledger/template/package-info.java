/**
 * Entries that come again: templates with fixed amounts and percentages, posted once, every so many months, as an accrual
 * with its reversal on the first day of the next period, or as an amount spread over months.
 *
 * <ol>
 *   <li>A plan is a list of days, each posted as one entry: the entry's key is the plan and the place of the day, so that
 *       neither a second node nor a restart posts it twice.
 *   <li>What is spread is spread to the cent: the parts make the whole, by months or by days.
 *   <li>What the books refuse on its day waits with the rule that refused it, and is tried again.
 *   <li>A plan is stopped, never deleted; what it posted stays.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.template;

import org.jspecify.annotations.NullMarked;
