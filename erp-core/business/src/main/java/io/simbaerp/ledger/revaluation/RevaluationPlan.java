package io.simbaerp.ledger.revaluation;

import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What valuing would do.
 *
 * @param items those that are open on the day and not valued on it yet
 * @param entry of the day; nothing where no item differs
 * @param back of the next day
 */
public record RevaluationPlan(
        LocalDate day,
        RateSource source,
        List<Item> items,
        Money gain,
        Money loss,
        @Nullable JournalEntryDraft entry,
        @Nullable JournalEntryDraft back) {

    /**
     * An item on the day, without signs.
     *
     * @param side DEBIT for claims
     * @param carried what it stands for in the books
     * @param value what it is worth at the rate
     */
    public record Item(
            UUID id,
            UUID partyId,
            @Nullable String party,
            String name,
            String account,
            Side side,
            Money open,
            Money carried,
            ExchangeRate rate,
            Money value) {

        /** By how much the books hold too little for it. */
        public Money difference() {
            return value.minus(carried);
        }

        /** What it wins for us; negative if we lose. */
        public Money gain() {
            return side == Side.DEBIT ? difference() : difference().negated();
        }
    }
}
