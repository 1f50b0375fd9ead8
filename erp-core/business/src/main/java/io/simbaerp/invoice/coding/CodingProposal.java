package io.simbaerp.invoice.coding;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.registration.SupplierKey;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes the coding of an invoice. */
@Component
public class CodingProposal {

    private final CodingHistory history;
    private final PostingPolicies policies;
    private final TaxCodes taxCodes;
    private final ChartOfAccounts chart;
    private final CurrentCompany currentCompany;
    private final CodedDimensions dimensions;

    CodingProposal(
            CodingHistory history,
            PostingPolicies policies,
            TaxCodes taxCodes,
            ChartOfAccounts chart,
            CurrentCompany currentCompany,
            CodedDimensions dimensions) {
        this.history = history;
        this.policies = policies;
        this.taxCodes = taxCodes;
        this.chart = chart;
        this.currentCompany = currentCompany;
        this.dimensions = dimensions;
    }

    /** A coding for every line, one part each. */
    public Proposal of(ReceivedInvoice invoice, @Nullable UUID supplierId, LocalDate taxPoint) {
        Map<String, Optional<AccountView>> accounts = new HashMap<>();
        List<TaxCodeView> valid = taxCodes.validOn(taxPoint);
        String home = currentCompany.get().country();
        return new ProposalRules(
                        new Precedents(supplierId == null ? List.of() : history.of(supplierId)),
                        valid,
                        new VatCodeChoice(
                                valid,
                                home,
                                SupplierKey.country(invoice.seller()).orElse(home)),
                        policies.present(),
                        code -> accounts.computeIfAbsent(code, chart::find),
                        dimensions.on(taxPoint))
                .of(CodableLine.of(invoice));
    }
}
