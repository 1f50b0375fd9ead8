package io.simbaerp.invoice.received;

import io.simbaerp.invoice.received.polish.PolishLineTerms;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One position of the invoice (BG-25).
 *
 * @param number BT-126: the line's identifier
 * @param note BT-127
 * @param invoicedObject BT-128
 * @param quantity BT-129
 * @param unit BT-130: UN/ECE recommendation 20
 * @param net BT-131: net amount, allowances and charges of the line included
 * @param purchaseOrderLine BT-132
 * @param buyerAccounting BT-133: where the buyer wants it booked
 * @param period BG-26
 * @param allowances BG-27
 * @param charges BG-28
 * @param price BG-29
 * @param vatCategory BT-151
 * @param vatRate BT-152: percent
 * @param item BG-31
 * @param polish what a Polish structured invoice states besides
 */
public record InvoiceLine(
        @Nullable String number,
        @Nullable String note,
        @Nullable Identifier invoicedObject,
        @Nullable BigDecimal quantity,
        @Nullable String unit,
        @Nullable Money net,
        @Nullable String purchaseOrderLine,
        @Nullable String buyerAccounting,
        @Nullable InvoicingPeriod period,
        List<AllowanceOrCharge> allowances,
        List<AllowanceOrCharge> charges,
        @Nullable Price price,
        @Nullable String vatCategory,
        @Nullable BigDecimal vatRate,
        InvoiceItem item,
        @Nullable PolishLineTerms polish) {

    public InvoiceLine {
        allowances = List.copyOf(allowances);
        charges = List.copyOf(charges);
    }

    /** Whether it shows the state before a correction: its amounts are taken away again. */
    public boolean before() {
        return polish != null && polish.before();
    }

    /**
     * The price of the item (BG-29).
     *
     * @param net BT-146: per base quantity, without VAT
     * @param discount BT-147: gross minus net
     * @param gross BT-148
     * @param baseQuantity BT-149: how many units the price is for; absent means one
     * @param baseUnit BT-150
     */
    public record Price(
            @Nullable Money net,
            @Nullable Money discount,
            @Nullable Money gross,
            @Nullable BigDecimal baseQuantity,
            @Nullable String baseUnit) {}
}
