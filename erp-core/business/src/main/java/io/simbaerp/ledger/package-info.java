/**
 * The books: accounts, journals, journal entries and open items, and the reports that are read straight from them.
 *
 * <ol>
 *   <li>An entry balances: the debits of its at least two lines equal the credits, in the company's currency.
 *   <li>A posted entry is never changed and never deleted, by anybody. It is reversed, and both know each other.
 *   <li>Numbers are gap-free per journal and fiscal year and follow recording: a higher number is never recorded earlier.
 *   <li>An entry names its fiscal period; its posting date lies in it and the period is open for the
 *       journal's kind, or the poster holds the duty or an exception that lets him in.
 *   <li>A line's amount stands on one side, is never zero, and is negative only in a red reversal or a correction.
 *   <li>A line of a control account names its party; a line of an account that asks for a cost centre names one.
 *   <li>The same idempotency key with the same input gives the first result again; with other input it is a conflict.
 * </ol>
 *
 * <p>Rules 1 to 6 are asserted twice: by the aggregate before anything is written, and by PostgreSQL whoever writes.
 *
 * <p>An entry keeps four times apart, as JPK_KR_PD asks: the day of the operation (D_6), the date of the document
 * (D_7), the posting date under which it stands in the books and which decides its period, and the instant it was
 * recorded, whose day is the booking date (D_8): numbers (D_1) follow it.
 *
 * <p>Called by {@code invoice} and by pages; publishes {@code JournalEntryPosted}, {@code JournalEntryReversed},
 * {@code ChartOfAccountsInstalled}.
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "page :: sheet",
            "identity",
            "identity :: role",
            "audit",
            "audit :: integrity",
            "company",
            "company :: periods",
            "tax",
            "party"
        })
@NullMarked
package io.simbaerp.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
