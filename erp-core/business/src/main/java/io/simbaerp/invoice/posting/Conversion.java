package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.Rates;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the document's currency to the company's. Without rates the two are the same, and amounts are only rounded. */
record Conversion(CurrencyCode base, @Nullable Rates rates) {

    Money atLedgerRate(Money amount) {
        return convert(amount, rates == null ? null : rates.ledger());
    }

    Money atVatRate(Money amount) {
        return convert(amount, rates == null ? null : rates.vat());
    }

    /** So many units of our currency are one unit of the document's, at the VAT rate. */
    BigDecimal vatFactor() {
        return rates == null ? BigDecimal.ONE : rates.vat().rate();
    }

    /** So many units of our currency are one unit of the document's, at the ledger rate. */
    BigDecimal ledgerFactor() {
        return rates == null ? BigDecimal.ONE : rates.ledger().rate();
    }

    /**
     * The tax of each group in our currency: as the supplier stated it for the group, else its share of what the supplier
     * stated for all (BT-111), else at the VAT rate.
     */
    List<Money> taxes(List<VatGroup> groups, @Nullable Money stated) {
        if (rates == null || groups.isEmpty()) {
            return groups.stream().map(group -> atVatRate(group.tax())).toList();
        }
        if (groups.stream().allMatch(group -> group.taxInBase() != null)) {
            return groups.stream()
                    .map(group -> Objects.requireNonNull(group.taxInBase()))
                    .toList();
        }
        return stated == null
                ? groups.stream().map(group -> atVatRate(group.tax())).toList()
                : Shares.of(
                        stated,
                        groups.stream().map(group -> group.tax().amount()).toList(),
                        vatFactor());
    }

    private Money convert(Money amount, @Nullable ExchangeRate rate) {
        if (rate != null) {
            return rate.convert(amount);
        }
        if (!amount.currency().equals(base)) {
            throw new IllegalArgumentException("No rate for " + amount.currency() + ": one is never assumed");
        }
        return amount.rounded();
    }
}
