/** Budgets as an invoice meets them: what the books used, what other invoices commit, what this one adds, what is left. */
@NullMarked
package io.simbaerp.invoice.budget;

import org.jspecify.annotations.NullMarked;
