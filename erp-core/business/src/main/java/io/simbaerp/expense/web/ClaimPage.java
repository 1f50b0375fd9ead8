package io.simbaerp.expense.web;

import io.simbaerp.expense.ClaimView;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim as its page and its tasks show it.
 *
 * @param mine whether it is the reader's own
 * @param findings of lines and of the claim, in words
 * @param receipts handed in and in no line, where the reader can still add one
 * @param passedOver whose limit is lower than the claim and who decides instead, in words; nothing where nobody's is
 */
record ClaimPage(
        ClaimView claim,
        String tone,
        boolean mine,
        List<Line> lines,
        List<String> findings,
        List<ClaimView.ReceiptView> receipts,
        @Nullable String passedOver,
        boolean mayChange,
        boolean mayWithdraw) {

    /** A line with the name of its category, and what speaks against it in words. */
    record Line(
            UUID id,
            LocalDate spentOn,
            String category,
            String kind,
            String description,
            @Nullable String merchant,
            @Nullable String documentNumber,
            Money gross,
            Money base,
            @Nullable ExchangeRate rate,
            String paidBy,
            @Nullable String costCentre,
            ClaimView.@Nullable ReceiptView receipt,
            @Nullable String noReceiptReason,
            Map<String, String> reckoning,
            ClaimView.@Nullable CodingView coding,
            List<String> findings) {}
}
