package io.simbaerp.invoice.received;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A reduction or a surcharge: BG-20 and BG-21 of the invoice, BG-27 and BG-28 of a line. The list it stands in says
 * which; the amount is positive in both.
 *
 * @param amount BT-92, BT-99, BT-136, BT-141: without VAT
 * @param base BT-93, BT-100, BT-137, BT-142
 * @param percent BT-94, BT-101, BT-138, BT-143
 * @param vatCategory BT-95, BT-102: UNTDID 5305; {@code null} at line level, where the line's category counts
 * @param vatRate BT-96, BT-103: percent
 * @param reason BT-97, BT-104, BT-139, BT-144
 * @param reasonCode BT-98 and BT-140 (UNTDID 5189), BT-105 and BT-145 (UNTDID 7161)
 */
public record AllowanceOrCharge(
        @Nullable Money amount,
        @Nullable Money base,
        @Nullable BigDecimal percent,
        @Nullable String vatCategory,
        @Nullable BigDecimal vatRate,
        @Nullable String reason,
        @Nullable String reasonCode) {}
