package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.ClaimedInvoices;
import io.simbaerp.invoice.RegisteredInvoices;
import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import io.simbaerp.tax.TaxKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sees to it that the tax of an invoice is not deducted where it was deducted out of an expense claim. */
@Component
public class DeductedOnce {

    private final TaxCodes taxCodes;
    private final ClaimedInvoices claimed;

    DeductedOnce(TaxCodes taxCodes, ClaimedInvoices claimed) {
        this.taxCodes = taxCodes;
        this.claimed = claimed;
    }

    /**
     * An invoice as claims know it.
     *
     * @param supplier the party it was matched with
     * @param key the supplier's tax id and the number, as they are compared
     * @param creditNote whether it takes deducted tax back
     */
    public record Bill(
            @Nullable UUID supplier,
            RegisteredInvoices.Key key,
            String number,
            LocalDate taxPoint,
            boolean creditNote) {}

    /** Why it is not coded by these VAT codes: {@code invoice.deducted-by-claim}. */
    public Optional<RuleViolation> refusal(Bill bill, Collection<String> codes) {
        return bill.creditNote() || codes.stream().noneMatch(code -> deducts(code, bill.taxPoint()))
                ? Optional.empty()
                : claimed.deductedBy(bill.supplier(), bill.key())
                        .map(claim ->
                                RuleViolation.ofField("lines", "invoice.deducted-by-claim", bill.number(), claim));
    }

    private boolean deducts(String code, LocalDate on) {
        return taxCodes.find(code, on).filter(DeductedOnce::deducts).isPresent();
    }

    private static boolean deducts(TaxCodeView code) {
        return code.kind() == TaxKind.DOMESTIC
                && code.deduction() != Deduction.NONE
                && code.ratePercent().signum() > 0;
    }
}
