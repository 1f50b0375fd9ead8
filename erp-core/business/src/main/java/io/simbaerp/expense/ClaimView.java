package io.simbaerp.expense;

import io.simbaerp.expense.policy.Finding;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense claim.
 *
 * @param edition counts the changes of a draft, so that nobody overwrites what another device changed meanwhile
 * @param contentHash what approvals are bound to; nothing before it was sent
 * @param note why it was returned or rejected
 * @param total of all lines, in the company's currency
 * @param owed of that, what the employee laid out
 * @param entryId the entry it was posted with
 */
public record ClaimView(
        UUID id,
        String number,
        UUID claimant,
        String claimantName,
        String purpose,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String costCentre,
        ClaimState state,
        int edition,
        @Nullable String contentHash,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant postedAt,
        @Nullable LocalDate postingDate,
        @Nullable UUID entryId,
        Money total,
        Money owed,
        List<LineView> lines,
        List<Finding> findings) {

    public ClaimView {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /**
     * A line of it.
     *
     * @param base in the company's currency
     * @param reckoning from what a drive or an allowance was reckoned
     * @param coding where an accountant put it; nothing before
     */
    public record LineView(
            UUID id,
            int position,
            LocalDate spentOn,
            String category,
            String description,
            @Nullable String merchant,
            @Nullable String merchantTaxId,
            @Nullable String documentNumber,
            Money gross,
            Money base,
            @Nullable ExchangeRate rate,
            LineDraft.PaidBy paidBy,
            @Nullable String costCentre,
            @Nullable ReceiptView receipt,
            @Nullable String noReceiptReason,
            Map<String, String> reckoning,
            @Nullable CodingView coding) {

        /** Whether the employee laid it out. */
        public boolean laidOut() {
            return paidBy == LineDraft.PaidBy.OWN;
        }
    }

    /** A receipt, by the hash of its bytes. */
    public record ReceiptView(String name, String sha256, long size) {}

    /** Where a line was put. */
    public record CodingView(
            String account,
            @Nullable String costCentre,
            String taxCode,
            @Nullable UUID sellerId,
            String codedBy) {}
}
