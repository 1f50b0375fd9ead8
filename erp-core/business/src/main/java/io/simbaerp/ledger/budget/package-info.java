/**
 * Budgets of cost centres: how much may be spent there in whole months, on one account and those below it or on all.
 *
 * <ol>
 *   <li>A budget is named by its cost centre, account and months; saving it again says its amount anew.
 *   <li>What is used is what the books say, from the turnover of the cost centre that is kept with every posting.
 *   <li>A budget forbids nothing: approvers see what is left, and the approval matrix may ask more of them.
 * </ol>
 */
@NamedInterface("budget")
@NullMarked
package io.simbaerp.ledger.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
