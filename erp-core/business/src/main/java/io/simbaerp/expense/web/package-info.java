/** Expense claims, for people and programs. */
@NullMarked
package io.simbaerp.expense.web;

import org.jspecify.annotations.NullMarked;
