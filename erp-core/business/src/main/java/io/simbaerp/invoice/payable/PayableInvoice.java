package io.simbaerp.invoice.payable;

import io.simbaerp.money.Money;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What payment has to know of an invoice.
 *
 * @param ksefNumber the number KSeF gave it; belongs into the title of the transfer
 * @param payeeId the party the amount due belongs to: the payee the invoice names, else the supplier; nothing while a
 *     person has yet to say who the named payee is
 * @param supplierTaxId of whoever sold
 * @param account BT-84: where the invoice wants the money; evidence, never a reason to pay there
 * @param gross BT-112
 * @param vat BT-110
 * @param splitPayment whether it is to be paid by the split payment mechanism: annotation P_18A, or the words the law
 *     prescribes for other forms of invoice
 * @param paid whether the supplier says that all of it was paid
 * @param paidBefore what the supplier says was paid in parts before the invoice came
 * @param coders who coded it
 */
public record PayableInvoice(
        UUID documentId,
        String number,
        @Nullable String ksefNumber,
        @Nullable UUID payeeId,
        @Nullable String supplierTaxId,
        @Nullable String account,
        Money gross,
        @Nullable Money vat,
        boolean splitPayment,
        boolean paid,
        Money paidBefore,
        Set<UUID> coders) {

    public PayableInvoice {
        coders = Set.copyOf(coders);
    }
}
