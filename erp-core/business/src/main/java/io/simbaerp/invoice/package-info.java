/**
 * Purchase invoices: what suppliers claim, how it is coded, who approved exactly what, and how it enters the books.
 *
 * <ol>
 *   <li>An invoice keeps apart: issue date, supply date or period, tax point, day of receipt, KSeF number, due date,
 *       posting date with its fiscal period by name, the instant of recording, and the month its VAT is deducted in. VAT
 *       period and ledger period are independent.
 *   <li>What nobody but a person can know is asked, in this order: is the buyer us, is the supplier to be taken in, is it
 *       a duplicate, is the exchange rate there. A missing rate is a question, never an error and never 1.
 *   <li>The coding of a line adds up to its net amount. A proposal sent as it is carries the invoice forward.
 *   <li>Who coded an invoice never approves it; everybody who ever coded it is remembered.
 *   <li>An approval binds to the hash of the content; an invoice whose content differs from the approved one is not
 *       posted.
 *   <li>An invoice is posted if and only if its entry, its open item, its VAT register rows and its document's state are
 *       written with it. Rejected it never changes, whoever writes; posted it changes only by being taken back, with a
 *       reason and together with the reversal of its entries. It is then coded and approved again.
 * </ol>
 *
 * <p>{@code received} is what the file says, {@code registration} what is settled at receipt, {@code coding} where the
 * lines go, {@code content} what an approval binds to, {@code posting} the pure rule, {@code booking} its way into the
 * books, {@code web} the forms, the readable invoice and REST.
 *
 * <p>Called by {@code intake} (registration) and by the process; publishes {@code PurchaseInvoiceReceived},
 * {@code PurchaseInvoiceQuestionAnswered}, {@code PurchaseInvoiceCoded}, {@code PurchaseInvoiceRefused},
 * {@code PurchaseInvoiceRejected}, {@code PurchaseInvoicePosted}, {@code PurchaseInvoiceReversed}, {@code ReceiptDateCorrected}.
 */
@ApplicationModule(
        displayName = "Invoice",
        allowedDependencies = {
            "architecture",
            "money",
            "page",
            "page :: list",
            "identity",
            "identity :: role",
            "audit",
            "audit :: integrity",
            "company",
            "company :: periods",
            "rendering",
            "party",
            "party :: history",
            "party :: risk",
            "tax",
            "ledger",
            "ledger :: budget",
            "ledger :: dimension",
            "ledger :: entry",
            "ledger :: open-item",
            "ledger :: owner",
            "ledger :: closing",
            "document",
            "document :: wording",
            "document :: action",
            "document :: attachment",
            "signature",
            "task",
            "task :: undo",
            "approval",
            "approval :: added",
            "approval :: again",
            "approval :: why",
            "approval :: history",
            "approval :: lines",
            "approval :: limits",
            "approval :: rounds"
        })
@NullMarked
package io.simbaerp.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
