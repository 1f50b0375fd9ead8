package io.simbaerp.invoice.posting;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.tax.TaxCodeView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the posting rule looks at. Amounts are in the document's currency and have the document's signs: those of a
 * credit note are positive, those of a correction are the difference to what it corrects.
 *
 * @param redLines whether what is given back posts negative lines instead of opposite ones
 * @param rates nothing if the document is in the company's currency
 * @param deferred whether the month of deduction comes after the posting, or only with the payment
 * @param proportionPercent the company's proportion of deduction
 */
public record PostingInput(
        CurrencyCode baseCurrency,
        Nature nature,
        boolean redLines,
        @Nullable Rates rates,
        Totals totals,
        List<VatGroup> groups,
        List<CodedAmount> lines,
        Accounts accounts,
        Claim claim,
        boolean deferred,
        BigDecimal proportionPercent) {

    public PostingInput {
        groups = List.copyOf(groups);
        lines = List.copyOf(lines);
    }

    /** What the document does to what we owe. */
    public enum Nature {
        /** Claims money. */
        INVOICE,
        /** Gives money back, in positive amounts. */
        CREDIT_NOTE,
        /** States the difference to earlier invoices, positive, negative or none at all. */
        CORRECTION
    }

    /** The rate of the books and the rate of VAT; they may differ on one invoice. */
    public record Rates(ExchangeRate ledger, ExchangeRate vat) {}

    /**
     * The sums that decide what the supplier gets.
     *
     * @param prepaid BT-113
     * @param rounding BT-114
     * @param due BT-115
     * @param vatInBase BT-111, if the supplier stated the VAT in the company's currency
     */
    public record Totals(
            Money prepaid,
            Money rounding,
            Money due,
            @Nullable Money vatInBase) {

        /** BT-112 of a document whose sums are right. */
        public Money credited() {
            return due.plus(prepaid).minus(rounding);
        }
    }

    /**
     * One row of the document's VAT breakdown.
     *
     * @param taxable BT-116
     * @param tax BT-117
     * @param category BT-118; empty where the document states its sums alone
     * @param rate BT-119
     * @param taxInBase the tax in the company's currency, where the document states it row by row
     */
    public record VatGroup(
            String category,
            @Nullable BigDecimal rate,
            Money taxable,
            Money tax,
            @Nullable Money taxInBase) {

        /** The tax on one unit. */
        BigDecimal share() {
            return rate == null ? BigDecimal.ZERO : rate.movePointLeft(2);
        }

        boolean has(CodedAmount line) {
            return category.equals(line.category()) && sameRate(line.rate());
        }

        private boolean sameRate(@Nullable BigDecimal other) {
            return (rate == null ? BigDecimal.ZERO : rate).compareTo(other == null ? BigDecimal.ZERO : other) == 0;
        }
    }

    /**
     * A line of the document, or a part of one, and where it was coded to.
     *
     * @param dimensions numbers of values by the codes of their axes
     * @param net without VAT; negative for an allowance
     * @param advance whether it is money paid ahead of the supply, or such money settled; kept per supplier
     * @param category the VAT category the document gives it
     * @param rate the VAT rate the document gives it, in percent
     */
    public record CodedAmount(
            String account,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            TaxCodeView code,
            Money net,
            @Nullable String category,
            @Nullable BigDecimal rate,
            @Nullable String text,
            boolean advance) {}

    /** The accounts that belong to no line. */
    public record Accounts(
            String supplier, String exchangeGain, String exchangeLoss, String roundingGain, String roundingLoss) {}

    /**
     * Who is credited, and when the open item falls due.
     *
     * @param supplier who supplied; what was paid before was paid to them
     * @param payee whom the amount due belongs to: the supplier, or who the supplier says is to be paid (BG-10)
     * @param splitPayment whether it is to be paid by the split payment mechanism
     */
    public record Claim(UUID supplier, UUID payee, LocalDate dueDate, boolean splitPayment) {}
}
