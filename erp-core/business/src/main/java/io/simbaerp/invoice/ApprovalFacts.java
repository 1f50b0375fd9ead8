package io.simbaerp.invoice;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.invoice.budget.BudgetLeft;
import io.simbaerp.invoice.budget.InvoiceBudgets;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.money.Money;
import io.simbaerp.party.risk.Risk;
import io.simbaerp.party.risk.SupplierRisks;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What decides who must approve an invoice. */
@Query(Duty.BELONG_TO_COMPANY)
public class ApprovalFacts {

    /**
     * What the approval matrix asks.
     *
     * @param net BT-109 in the company's currency, at the ledger rate; negative for a credit note
     * @param dimensions what else it is coded to, such as {@code PROJECT P-1}
     * @param documentType invoice or credit note, as documents are told apart
     * @param newSupplier whether nothing of this supplier was ever posted
     * @param supplierRisk how risky the supplier was rated: LOW, NORMAL or HIGH
     * @param overBudget whether it goes beyond a budget of a cost centre it is coded to
     * @param costOwners who owns the cost centres, by the names they sign in with
     * @param contentHash what an approval binds to
     * @param content the text it is the hash of
     */
    public record Facts(
            String companyTaxId,
            Money net,
            Set<String> costCentres,
            Set<String> dimensions,
            String documentType,
            boolean newSupplier,
            String supplierRisk,
            boolean overBudget,
            Set<String> costOwners,
            String contentHash,
            String content) {

        public Facts {
            costCentres = Set.copyOf(costCentres);
            dimensions = Set.copyOf(dimensions);
            costOwners = Set.copyOf(costOwners);
        }
    }

    private final StoredInvoices invoices;
    private final CurrentCompany currentCompany;
    private final SupplierRisks risks;
    private final InvoiceBudgets budgets;
    private final CentreOwners owners;

    ApprovalFacts(
            StoredInvoices invoices,
            CurrentCompany currentCompany,
            SupplierRisks risks,
            InvoiceBudgets budgets,
            CentreOwners owners) {
        this.budgets = budgets;
        this.owners = owners;
        this.risks = risks;
        this.invoices = invoices;
        this.currentCompany = currentCompany;
    }

    /**
     * The facts of an invoice as it is coded now.
     *
     * @throws io.simbaerp.architecture.NotFound if there is no such invoice
     * @throws RuleViolation rate.missing
     */
    public Facts of(PurchaseInvoiceId id) {
        CompanyView company = currentCompany.get();
        InvoiceDetails details = invoices.existing(id).details(company.baseCurrency());
        String content = ContentRecipe.canonical(InvoiceContent.of(details));
        Set<String> centres = details.coding().stream()
                .flatMap(line -> line.places().stream())
                .map(CodedLine.Share::costCentre)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Facts(
                company.taxId(),
                net(details, company),
                centres,
                details.coding().stream()
                        .flatMap(line -> line.places().stream())
                        .flatMap(place -> place.dimensions().entrySet().stream())
                        .map(named -> named.getKey() + " " + named.getValue())
                        .collect(Collectors.toSet()),
                details.creditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.PURCHASE_INVOICE,
                details.supplierId() == null || !invoices.anyPostedOf(details.supplierId()),
                details.supplierId() == null
                        ? Risk.NORMAL.name()
                        : risks.of(details.supplierId()).name(),
                budgets.of(details).stream().anyMatch(BudgetLeft::over),
                owners.logins(centres),
                ContentRecipe.hashOf(content),
                content);
    }

    private static Money net(InvoiceDetails details, CompanyView company) {
        Money net = details.signed(details.net());
        if (net.currency().equals(company.baseCurrency())) {
            return net.rounded();
        }
        if (details.ledgerRate() == null) {
            throw new RuleViolation(
                    "rate.missing", net.currency().code(), details.dates().ledgerRateDay());
        }
        return details.ledgerRate().convert(net);
    }
}
