/**
 * Expense claims: what employees laid out for the company, with their receipts, agreed to by others, posted and paid back.
 *
 * <ol>
 *   <li>Everybody claims for themselves. A receipt goes into the archive as it came before anything else happens.
 *   <li>Once sent a claim stands as it is until somebody returns it. Approvals are bound to the fingerprint of its content,
 *       which PostgreSQL makes; a claim that came back and changed is asked about anew, with what is different.
 *   <li>Nobody approves or codes their own claim, and only what others approved is posted: asked again by the posting
 *       itself and by PostgreSQL.
 *   <li>An expense in another currency is worth what the mean rate of the last working day before it says; drives and
 *       allowances what the rates of their day say. Rates, categories and limits are data.
 *   <li>What goes beyond the policy is said in words to whoever claims and to whoever approves; it forbids nothing.
 *   <li>What employees laid out themselves is an open item of theirs that the payment run pays; what a company card paid is
 *       not.
 *   <li>Sent claims, their lines and coding are leaves of the integrity log once they are posted.
 * </ol>
 *
 * <p>{@code policy} knows categories, limits and what speaks against a line, {@code reckoning} what a drive, a trip and a
 * foreign amount are worth, {@code booking} codes and posts, {@code store} keeps it, {@code web} is pages and REST. Called by
 * those and by the process {@code ExpenseClaimApproval}.
 */
@ApplicationModule(
        displayName = "Expense claims",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "identity",
            "identity :: superior",
            "audit",
            "audit :: integrity",
            "company",
            "company :: periods",
            "invoice",
            "archive",
            "party",
            "party :: history",
            "tax",
            "ledger",
            "ledger :: chart",
            "task",
            "approval",
            "approval :: history",
            "approval :: matter",
            "approval :: rounds"
        })
@NullMarked
package io.simbaerp.expense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
