package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.Rates;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the document's currency to the company's. Without rates the two are the same, and amounts are only rounded. */
record Conversion(CurrencyCode base, @Nullable Rates rates) {

    Money atLedgerRate(Money amount) {
        return convert(amount, rates == null ? null : rates.ledger());
    }

    Money atVatRate(Money amount) {
        return convert(amount, rates == null ? null : rates.vat());
    }

    /** The tax of each group: as the supplier stated the sum in our currency (BT-111), otherwise at the VAT rate. */
    List<Money> taxes(List<VatGroup> groups, @Nullable Money stated) {
        if (rates == null || stated == null || groups.isEmpty()) {
            return groups.stream().map(group -> atVatRate(group.tax())).toList();
        }
        return Shares.of(
                stated, groups.stream().map(group -> group.tax().amount()).toList());
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
