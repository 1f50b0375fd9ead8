package io.simbaerp.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry to be posted.
 *
 * @param account the account's code
 * @param amount in the company's currency, with its decimals; on one side, never zero
 * @param transactionAmount the amount in the document's currency, if that is another one
 * @param rate the rate between the two
 * @param partyId the supplier or customer; required on control accounts
 * @param vatCode the VAT code the line belongs to, for drill-down
 * @param dueDate when an open item falls due
 * @param costCentre the cost centre's code; required where the account asks for it
 * @param openItem whether the line leaves a claim or a debt to be settled; control accounts only
 * @param splitPayment whether that is to be paid by the split payment mechanism
 * @param dimensions numbers of values by the codes of their axes, such as {@code PROJECT} to {@code 2026-07}
 */
public record LineDraft(
        String account,
        Side side,
        Money amount,
        @Nullable Money transactionAmount,
        @Nullable ExchangeRate rate,
        @Nullable UUID partyId,
        @Nullable String vatCode,
        @Nullable LocalDate dueDate,
        @Nullable String costCentre,
        @Nullable String text,
        boolean openItem,
        boolean splitPayment,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> dimensions) {

    public LineDraft {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /** A line without dimensions other than the cost centre. */
    public LineDraft(
            String account,
            Side side,
            Money amount,
            @Nullable Money transactionAmount,
            @Nullable ExchangeRate rate,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable String costCentre,
            @Nullable String text,
            boolean openItem,
            boolean splitPayment) {
        this(
                account,
                side,
                amount,
                transactionAmount,
                rate,
                partyId,
                vatCode,
                dueDate,
                costCentre,
                text,
                openItem,
                splitPayment,
                Map.of());
    }

    /** A line with an account, a side and an amount, and nothing else. */
    public static LineDraft of(String account, Side side, Money amount) {
        return new LineDraft(account, side, amount, null, null, null, null, null, null, null, false, false);
    }

    /** The same line on another cost centre and other values of axes. */
    public LineDraft dividedAs(@Nullable String otherCostCentre, Map<String, String> otherDimensions) {
        return with(amount, transactionAmount, otherCostCentre, otherDimensions);
    }

    /** The same line with other amounts, cost centre and dimensions. */
    public LineDraft with(
            Money part,
            @Nullable Money transactionPart,
            @Nullable String otherCostCentre,
            Map<String, String> otherDimensions) {
        return new LineDraft(
                account,
                side,
                part,
                transactionPart,
                rate,
                partyId,
                vatCode,
                dueDate,
                otherCostCentre,
                text,
                openItem,
                splitPayment,
                otherDimensions);
    }
}
