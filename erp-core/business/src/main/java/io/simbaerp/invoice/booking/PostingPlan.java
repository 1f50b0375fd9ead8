package io.simbaerp.invoice.booking;

import io.simbaerp.company.CurrentCompany;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.coding.PostingPolicies;
import io.simbaerp.invoice.coding.PostingPolicy;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.posting.Posting;
import io.simbaerp.invoice.posting.PostingInput;
import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.invoice.posting.PostingInput.Nature;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.invoice.posting.PostingRule;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.registration.VatPeriod;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxCodes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an invoice will be in the books: the rule applied to the invoice as it is coded. */
@Component
public class PostingPlan {

    private static final UUID NOBODY_YET = new UUID(0, 0);

    private final TaxCodes taxCodes;
    private final PostingPolicies policies;
    private final CurrentCompany currentCompany;

    PostingPlan(TaxCodes taxCodes, PostingPolicies policies, CurrentCompany currentCompany) {
        this.taxCodes = taxCodes;
        this.policies = policies;
        this.currentCompany = currentCompany;
    }

    /** For an invoice whose rates are settled. */
    public Posting of(InvoiceDetails details) {
        return of(details, details.coding());
    }

    /** As if it were coded so. */
    public Posting of(InvoiceDetails details, List<CodedLine> coding) {
        return PostingRule.apply(input(details, coding));
    }

    /** Whether the invoice is in another currency and has no rates yet. */
    public boolean lacksRate(InvoiceDetails details) {
        return rates(details) == null
                && !details.invoice().currency().equals(currentCompany.get().baseCurrency());
    }

    /** The journal purchases are posted to. */
    public String journal() {
        return policies.journal();
    }

    private PostingInput input(InvoiceDetails details, List<CodedLine> coding) {
        CurrencyCode base = currentCompany.get().baseCurrency();
        ReceivedInvoice invoice = details.invoice();
        PostingPolicy policy = policies.present();
        LocalDate taxPoint = details.dates().taxPoint();
        LocalDate postingDate = details.postingDate() == null ? details.dates().received() : details.postingDate();
        return new PostingInput(
                base,
                nature(invoice),
                policy.redCreditNotes(),
                rates(details),
                totals(invoice, base),
                invoice.vatRows().stream().map(vat -> group(vat, base)).toList(),
                amounts(invoice, coding, taxPoint),
                policy.accounts(),
                claim(details),
                VatPeriod.isDeferred(details.vatPeriod(), postingDate),
                taxCodes.proportionPercent(taxPoint));
    }

    private static PostingInput.Claim claim(InvoiceDetails details) {
        UUID supplier = Objects.requireNonNullElse(details.supplierId(), NOBODY_YET);
        return new PostingInput.Claim(
                supplier,
                Objects.requireNonNullElse(details.payeeId(), NOBODY_YET),
                details.dates().payBy(),
                details.invoice().splitPayment());
    }

    private static Nature nature(ReceivedInvoice invoice) {
        if (invoice.creditNote()) {
            return Nature.CREDIT_NOTE;
        }
        return invoice.corrects() ? Nature.CORRECTION : Nature.INVOICE;
    }

    private List<CodedAmount> amounts(ReceivedInvoice invoice, List<CodedLine> coding, LocalDate taxPoint) {
        Map<String, CodableLine> lines = CodableLine.byKey(invoice);
        Map<String, TaxCodeView> codes =
                taxCodes.validOn(taxPoint).stream().collect(Collectors.toMap(TaxCodeView::code, Function.identity()));
        return coding.stream()
                .flatMap(coded -> {
                    CodableLine line = Objects.requireNonNull(lines.get(coded.line()), coded.line());
                    TaxCodeView code = Objects.requireNonNull(codes.get(coded.taxCode()), coded.taxCode());
                    return coded.places().stream()
                            .map(place -> new CodedAmount(
                                    coded.account(),
                                    place.costCentre(),
                                    place.dimensions(),
                                    code,
                                    place.net(),
                                    line.category(),
                                    line.rate(),
                                    line.text().isBlank() ? null : line.text(),
                                    line.advance()));
                })
                .toList();
    }

    private static PostingInput.@Nullable Rates rates(InvoiceDetails details) {
        return details.ledgerRate() == null || details.vatRate() == null
                ? null
                : new PostingInput.Rates(details.ledgerRate(), details.vatRate());
    }

    private static PostingInput.Totals totals(ReceivedInvoice invoice, CurrencyCode base) {
        InvoiceTotals totals = invoice.totals();
        Money zero = Money.zero(invoice.currency());
        return new PostingInput.Totals(
                Objects.requireNonNullElse(invoice.prepaid(), zero),
                Objects.requireNonNullElse(totals.rounding(), zero),
                Objects.requireNonNull(totals.due()),
                inBase(totals.vatInAccountingCurrency(), base));
    }

    private static @Nullable Money inBase(@Nullable Money stated, CurrencyCode base) {
        return stated != null && stated.currency().equals(base) ? stated : null;
    }

    private static VatGroup group(VatBreakdown vat, CurrencyCode base) {
        return new VatGroup(
                Objects.requireNonNullElse(vat.category(), ""),
                vat.rate(),
                Objects.requireNonNull(vat.taxable()),
                Objects.requireNonNull(vat.tax()),
                inBase(vat.taxInAccountingCurrency(), base));
    }
}
