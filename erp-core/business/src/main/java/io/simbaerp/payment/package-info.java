/**
 * Payment: which due items are paid from which own account, who agreed, and the file the bank gets.
 *
 * <ol>
 *   <li>An open item lives in at most one run at a time: from the proposal until its order is taken out, the run is
 *       cancelled with a reason, the books settle it after the file has left, or a person without a hand in it lets the
 *       order go. A unique index holds it.
 *   <li>An order goes only to an account of the payee's master data that a second person confirmed. The account on an
 *       invoice is evidence: a new or different one is a finding and a proposal, and blocks the item until confirmed.
 *   <li>No order is zero or negative; a payee's credits are netted against what it gets, or left.
 *   <li>What must not be paid just so (split payment, PLN above the White-List limit without proof) is shown as blocked
 *       with its reason; the approver may let one through, alone, with a reason of their own.
 *   <li>Whoever coded an invoice or a claim of the run, is paid by it, proposed the run or sent it never approves it. The
 *       approval binds to the hash of exactly these orders.
 *   <li>Release posts nothing. It makes the file once, keeps it in the archive with its hash, and the items are ORDERED.
 *   <li>A run moves PROPOSED, IN_APPROVAL, RELEASED, and from each of them to CANCELLED; nothing else. PostgreSQL holds
 *       every rule above that rows alone can tell.
 * </ol>
 *
 * <p>{@code proposal} decides purely what is ordered and what is blocked, {@code store} keeps runs, {@code file} is the
 * port to the formats of banks, {@code web} the pages and REST.
 *
 * <p>Called by pages, REST and the process {@code PaymentRunApproval}. Publishes {@code PaymentRunProposed},
 * {@code PaymentRunSent}, {@code PaymentRunChanged}, {@code PaymentRunReturned}, {@code PaymentRunReleased},
 * {@code PaymentRunCancelled}, {@code PaymentOrderLetGo}, {@code WhiteListProofRecorded}.
 */
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "identity",
            "audit",
            "audit :: integrity",
            "company",
            "company :: bank-accounts",
            "company :: base-currency",
            "archive",
            "party",
            "party :: history",
            "party :: white-list",
            "ledger",
            "document",
            "task",
            "task :: undo",
            "approval",
            "approval :: history",
            "invoice",
            "invoice :: payable",
            "invoice :: separation"
        })
@NullMarked
package io.simbaerp.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
