package io.simbaerp.invoice.received.polish;

import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Charges and deductions that have nothing to do with the supply: BT-115 is BT-112 plus charges minus deductions.
 *
 * @param charges Obciazenia
 * @param chargesTotal SumaObciazen
 * @param deductions Odliczenia: positive amounts
 * @param deductionsTotal SumaOdliczen
 * @param toPay DoZaplaty
 * @param toRefund DoRozliczenia: what the supplier owes instead, positive
 */
public record Settlement(
        List<Item> charges,
        @Nullable Money chargesTotal,
        List<Item> deductions,
        @Nullable Money deductionsTotal,
        @Nullable Money toPay,
        @Nullable Money toRefund) {

    public Settlement {
        charges = List.copyOf(charges);
        deductions = List.copyOf(deductions);
    }

    /** An amount and its reason. */
    public record Item(@Nullable Money amount, @Nullable String reason) {}
}
