/** Budgets as page, file and REST. */
@NullMarked
package io.simbaerp.ledger.budget.web;

import org.jspecify.annotations.NullMarked;
