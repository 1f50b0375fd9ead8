package io.simbaerp.invoice.received;

import io.simbaerp.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The sums of the invoice (BG-22). BT-112 is what the supplier is owed, BT-115 what is still to be paid.
 *
 * @param lines BT-106: sum of the lines' net amounts
 * @param allowances BT-107: sum of allowances at document level
 * @param charges BT-108: sum of charges at document level
 * @param withoutVat BT-109
 * @param vat BT-110
 * @param vatInAccountingCurrency BT-111: the VAT in the currency of BT-6
 * @param withVat BT-112
 * @param prepaid BT-113: already paid
 * @param rounding BT-114: added to make the amount due round
 * @param due BT-115: amount due for payment
 */
public record InvoiceTotals(
        @Nullable Money lines,
        @Nullable Money allowances,
        @Nullable Money charges,
        @Nullable Money withoutVat,
        @Nullable Money vat,
        @Nullable Money vatInAccountingCurrency,
        @Nullable Money withVat,
        @Nullable Money prepaid,
        @Nullable Money rounding,
        @Nullable Money due) {}
