/** Expense claims: approved by the superior and whom the decision table asks besides, coded, and posted as approved. */
@NullMarked
package io.simbaerp.workflow.expense;

import org.jspecify.annotations.NullMarked;
