package io.simbaerp.invoice.received;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The VAT of one category and rate (BG-23). These amounts are the supplier's own and are taken as they stand, never
 * computed again.
 *
 * @param taxable BT-116
 * @param tax BT-117
 * @param category BT-118: UNTDID 5305, such as S, Z, E, AE, K, G, O
 * @param rate BT-119: percent; absent where the category has none
 * @param exemptionReason BT-120
 * @param exemptionReasonCode BT-121: VATEX code
 * @param taxInAccountingCurrency the part of BT-111 that belongs to this row, if the file says (FA: P_14_1W and so on)
 */
public record VatBreakdown(
        @Nullable Money taxable,
        @Nullable Money tax,
        @Nullable String category,
        @Nullable BigDecimal rate,
        @Nullable String exemptionReason,
        @Nullable String exemptionReasonCode,
        @Nullable Money taxInAccountingCurrency) {

    /** A row in the terms of EN 16931 alone. */
    public VatBreakdown(
            @Nullable Money taxable,
            @Nullable Money tax,
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable String exemptionReason,
            @Nullable String exemptionReasonCode) {
        this(taxable, tax, category, rate, exemptionReason, exemptionReasonCode, null);
    }
}
