/**
 * How an invoice becomes an entry: pure functions from what the document states and where it was coded to the lines of
 * the books and the rows of the VAT register. No Spring, no database.
 *
 * <ol>
 *   <li>VAT is the document's own (BT-117, and BT-111 where the supplier states it in our currency), never computed
 *       again. Only tax the buyer owes himself is computed, since the document has none.
 *   <li>The tax of one rate is shared by net among the codes its lines were given, the remainder to the largest;
 *       where nets have different signs, each line gets the tax its rate puts on it.
 *   <li>A document without lines is coded on its VAT breakdown, and one that states its sums alone (MINIMUM) on its total,
 *       proposed outside the scope of VAT, since it names no rate by which any could be deducted. Allowances and charges of the document are in those amounts already.
 *   <li>Tax that may not be deducted is cost of its line.
 *   <li>The supplier is credited with BT-112; only BT-115 is left open. What was prepaid (BT-113) is credited without an
 *       open item, rounding (BT-114) has its own line.
 *   <li>Everything is converted at the ledger rate, deductible VAT at the VAT rate. What the two rates make differ is an
 *       exchange difference; the cents that converting line by line leaves over are a line of their own. So the entry
 *       balances exactly and every line can be recomputed.
 *   <li>What is due belongs to the payee, if the supplier names another one (BG-10); what was prepaid was the supplier's.
 *   <li>A credit note has the lines of its invoice, negative in red, or on the opposite sides where the company wants it
 *       so. A correction (384, KOR) states differences and posts them as they are. An ordinary entry never has negative
 *       lines: a negative line of an invoice stands on the opposite side.
 *   <li>Money paid ahead of the supply is kept per supplier on the account of advances; the invoice that settles it bears
 *       the whole supply as cost and takes the advance off that account, rate by rate.
 * </ol>
 */
@NullMarked
package io.simbaerp.invoice.posting;

import org.jspecify.annotations.NullMarked;
