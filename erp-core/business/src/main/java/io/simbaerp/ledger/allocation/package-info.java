/**
 * Settling open items with each other by hand, and taking that back.
 *
 * <ol>
 *   <li>What is settled is of one party and of opposite effect; claims and debts are settled to the same worth, in parts if
 *       need be, also across accounts and currencies.
 *   <li>What items stood for in the books differs by their rates; the difference is posted in the same transaction, gains
 *       and losses apart, so that every control account goes on holding what its items stand for.
 *   <li>A settlement is never changed. It is undone whole, once, by a further one, and its entry is reversed with it.
 *   <li>What a payment run holds is not settled by hand until the run has left for the bank.
 * </ol>
 *
 * <p>Rules 1 to 3 are asserted by PostgreSQL too, whoever writes.
 */
@NullMarked
package io.simbaerp.ledger.allocation;

import org.jspecify.annotations.NullMarked;
