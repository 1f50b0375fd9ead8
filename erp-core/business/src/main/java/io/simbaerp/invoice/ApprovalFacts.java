package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.money.Money;
import java.util.Set;

/** What decides who must approve an invoice. */
@Query(Duty.BELONG_TO_COMPANY)
public class ApprovalFacts {

    /**
     * What the approval matrix asks.
     *
     * @param net BT-109 in the company's currency, at the ledger rate; negative for a credit note
     * @param newSupplier whether nothing of this supplier was ever posted
     * @param contentHash what an approval binds to
     */
    public record Facts(
            String companyTaxId, Money net, Set<String> costCentres, boolean newSupplier, String contentHash) {

        public Facts {
            costCentres = Set.copyOf(costCentres);
        }
    }

    ApprovalFacts() {}

    /** @throws io.simbaerp.architecture.NotFound if there is no such invoice */
    public Facts of(PurchaseInvoiceId id) {
        throw new UnsupportedOperationException();
    }
}
