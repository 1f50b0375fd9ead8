/**
 * Financial statements by layouts held as data: Annex 1 of the Polish Accounting Act and a generic one after IFRS. A layout
 * says of every position which accounts it takes, by the beginning of their codes and, where it matters, by the side on
 * which a balance stands; the longest beginning decides.
 *
 * <ol>
 *   <li>Every account that takes entries lands in exactly one position per side; one that doesn't is named on the page.
 *   <li>Accounts of customers and suppliers are split by party: what some owe is never set off against what is owed to others.
 *   <li>The flows of a period are the change of its cash, to the grosz; what has no place stands in a line of its own.
 * </ol>
 */
@NullMarked
package io.simbaerp.reporting.statement;

import org.jspecify.annotations.NullMarked;
