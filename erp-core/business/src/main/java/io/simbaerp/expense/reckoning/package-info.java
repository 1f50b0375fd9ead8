/** What drives, trips and foreign amounts are worth: rates are data from a day on, the rules of reckoning are the law's. */
@NullMarked
package io.simbaerp.expense.reckoning;

import org.jspecify.annotations.NullMarked;
