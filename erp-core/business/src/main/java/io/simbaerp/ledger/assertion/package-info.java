/**
 * What somebody says the balance of an account is at the end of a day, kept as data and held against the books.
 *
 * <ol>
 *   <li>One assertion stands per account and day. It never changes; it is withdrawn with a reason.
 *   <li>It covers the account with all those below it, in the company's currency, debit less credit.
 *   <li>Each night every assertion is checked; what stood there is kept with its time, worked out by PostgreSQL.
 *   <li>A year with an assertion that fails is closed only for a reason.
 * </ol>
 */
@NullMarked
package io.simbaerp.ledger.assertion;

import org.jspecify.annotations.NullMarked;
