package io.simbaerp.ledger.allocation;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a settlement would do.
 *
 * @param pairs which part of which claim settles which part of which debt
 * @param gain what is won by the rates
 * @param loss what is lost by them
 * @param entry what is posted with it; nothing where the books hold the same for both sides
 */
public record SettlementPlan(
        List<Pair> pairs, Money gain, Money loss, @Nullable JournalEntryDraft entry) {

    /**
     * A part of a claim and the part of a debt it settles.
     *
     * @param difference what both leave in the books: a loss, or a gain if negative
     */
    public record Pair(
            UUID claim,
            @Nullable String claimName,
            Money ofClaim,
            Money claimInBooks,
            UUID debt,
            @Nullable String debtName,
            Money ofDebt,
            Money debtInBooks,
            Money difference) {

        static Pair of(Matching.Pair pair) {
            return new Pair(
                    pair.claim().id(),
                    pair.claim().name(),
                    pair.ofClaim(),
                    pair.claimInBooks(),
                    pair.debt().id(),
                    pair.debt().name(),
                    pair.ofDebt(),
                    pair.debtInBooks(),
                    pair.difference());
        }
    }
}
