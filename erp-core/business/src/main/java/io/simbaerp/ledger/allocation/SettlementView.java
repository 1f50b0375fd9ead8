package io.simbaerp.ledger.allocation;

import io.simbaerp.ledger.JournalEntryDetails.Reference;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as it stands.
 *
 * @param undoes the settlement it takes back
 * @param undoneBy the settlement that took it back
 * @param entry what was posted with it, also by the reversal that took its entry back
 */
public record SettlementView(
        UUID id,
        UUID partyId,
        LocalDate day,
        @Nullable String reason,
        @Nullable UUID undoes,
        @Nullable UUID undoneBy,
        @Nullable Reference entry,
        Instant recordedAt,
        String recordedBy,
        List<Part> parts) {

    public SettlementView {
        parts = List.copyOf(parts);
    }

    /** A part of a claim and the part of a debt it settled; negative where that was taken back. */
    public record Part(
            UUID claim,
            @Nullable String claimName,
            Money ofClaim,
            Money claimInBooks,
            UUID debt,
            @Nullable String debtName,
            Money ofDebt,
            Money debtInBooks) {}

    /** Whether it can be undone. */
    public boolean stands() {
        return undoes == null && undoneBy == null;
    }
}
