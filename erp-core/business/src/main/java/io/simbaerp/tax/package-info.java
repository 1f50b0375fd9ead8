/**
 * Value added tax as the register sees it: VAT codes that are data with validity, and register rows written apart from
 * journal lines, each with the VAT period it belongs to.
 *
 * <ol>
 *   <li>A VAT code is data: kind, rate, columns of the register (JPK_V7) and deductible share, valid from a day on. What
 *       a code meant on a day never changes: a change is a new row with a later first day.
 *   <li>The tax of a document is the document's own; it is recorded, never recomputed.
 *   <li>A register row carries base, tax and the deductible part, document, party, KSeF number and VAT period. The VAT
 *       period is independent of the ledger's period and empty while the right to deduct waits for payment.
 *   <li>Register rows are only ever added. What was wrong is reversed by rows of the opposite sign in the same VAT period;
 *       a row knows the journal entry it was written with by that entry's key, and is reversed with it.
 *   <li>This module knows no ledger: the accounts a code posts to are plain text settings on the code.
 * </ol>
 *
 * <p>Called by {@code invoice} when it posts and by {@code ledger} when an entry is reversed; publishes
 * {@code VatRegistered}, {@code VatRegisterReversed} and {@code TaxCodesInstalled}.
 */
@ApplicationModule(
        displayName = "Tax",
        allowedDependencies = {"architecture", "money", "page", "identity", "audit", "audit :: integrity", "company"})
@NullMarked
package io.simbaerp.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
