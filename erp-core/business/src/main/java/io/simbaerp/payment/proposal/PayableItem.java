package io.simbaerp.payment.proposal;

import io.simbaerp.money.Money;
import io.simbaerp.party.PartyView;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A due item with everything that decides about it.
 *
 * @param owed what is still to be paid, without what the supplier says was paid already; negative for a credit
 * @param proofs accounts of the payee for which the White List was asked today
 * @param heldBy number of the live run that has it already
 */
public record PayableItem(
        UUID openItemId,
        PartyView payee,
        Money owed,
        LocalDate dueDate,
        Voucher voucher,
        java.util.Set<String> proofs,
        @Nullable String heldBy) {

    /**
     * What the item stands on.
     *
     * @param account where the invoice wants the money
     * @param gross of the whole invoice
     * @param paid whether the supplier says that it was paid
     */
    public record Voucher(
            @Nullable UUID documentId,
            String number,
            @Nullable String ksefNumber,
            @Nullable String supplierTaxId,
            @Nullable String account,
            Money gross,
            @Nullable Money vat,
            boolean splitPayment,
            boolean paid) {

        Voucher(
                @Nullable UUID documentId,
                String number,
                @Nullable String ksefNumber,
                @Nullable String supplierTaxId,
                @Nullable String account,
                Money gross,
                @Nullable Money vat,
                boolean splitPayment) {
            this(documentId, number, ksefNumber, supplierTaxId, account, gross, vat, splitPayment, false);
        }
    }

    boolean isCredit() {
        return owed.isNegative();
    }
}
