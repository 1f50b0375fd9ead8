package io.simbaerp.invoice.coding;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good coding proposals are, measured on the company's own books: the latest posted invoices are proposed once more in
 * the order of their posting, each from nothing but those posted before it.
 */
@Query(Duty.CODE_INVOICE)
public class HitRate {

    /** So many posted invoices, the latest, are replayed. */
    public static final int MOST = 2_000;

    private final PostedInvoices invoices;
    private final PostingPolicies policies;
    private final TaxCodes taxCodes;
    private final ChartOfAccounts chart;
    private final CurrentCompany currentCompany;

    HitRate(
            PostedInvoices invoices,
            PostingPolicies policies,
            TaxCodes taxCodes,
            ChartOfAccounts chart,
            CurrentCompany currentCompany) {
        this.invoices = invoices;
        this.policies = policies;
        this.taxCodes = taxCodes;
        this.chart = chart;
        this.currentCompany = currentCompany;
    }

    /** The hit rate over the latest invoices. Money paid ahead follows a rule of its own and isn't counted. */
    public HitRateReport present() {
        String home = currentCompany.get().country();
        PostingPolicy policy = policies.present();
        Map<String, Optional<AccountView>> accounts = new HashMap<>();
        Map<LocalDate, List<TaxCodeView>> codes = new HashMap<>();
        Replay replay = new Replay((invoice, precedents) -> {
            List<TaxCodeView> valid = codes.computeIfAbsent(invoice.taxPoint(), taxCodes::validOn);
            return new ProposalRules(
                    precedents,
                    valid,
                    new VatCodeChoice(valid, home, invoice.country()),
                    policy,
                    code -> accounts.computeIfAbsent(code, chart::find),
                    (account, before) -> before);
        });
        invoices.latest(MOST).stream()
                .map(invoice -> invoice.without(policy.advanceAccount()))
                .filter(invoice -> !invoice.lines().isEmpty())
                .forEach(replay::next);
        return replay.report();
    }
}
