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
 * @param items those that are open on the day and not valued on it yet, and those settled since whose differences stayed
 * @param accounts those kept in a foreign currency that hold anything
 * @param entry of the day; nothing where nothing differs
 * @param back of the next day; nothing where the differences stay
 */
public record RevaluationPlan(
        Wish wish,
        List<Item> items,
        List<Account> accounts,
        Money gain,
        Money loss,
        @Nullable JournalEntryDraft entry,
        @Nullable JournalEntryDraft back) {

    /** At the end of which day, by whose rates, and what becomes of the differences. */
    public record Wish(LocalDate day, RateSource source, RevaluationMethod method) {}

    public LocalDate day() {
        return wish.day();
    }

    public RateSource source() {
        return wish.source();
    }

    /** Whether nothing is to be valued. */
    public boolean isEmpty() {
        return items.isEmpty() && accounts.isEmpty();
    }

    /** Whether any item carries what earlier valuations added. */
    public boolean goesOn() {
        return items.stream().anyMatch(item -> !item.adjusted().isZero());
    }

    /**
     * An item on the day, without signs.
     *
     * @param side DEBIT for claims
     * @param open nothing if it was settled since, and only what stayed is taken out
     * @param carried what it stands for in the books by its own entry and settlements
     * @param adjusted what valuations that stay have added to that
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
            Money adjusted,
            ExchangeRate rate,
            Money value) {

        /** By how much the books hold too little for it. */
        public Money difference() {
            return value.minus(carried).minus(adjusted);
        }

        /** What it wins for us; negative if we lose. */
        public Money gain() {
            return side == Side.DEBIT ? difference() : difference().negated();
        }
    }

    /**
     * An account kept in a foreign currency, debit less credit.
     *
     * @param balance what it holds
     * @param carried what the books hold for it, with what was posted by valuations before
     * @param value what it is worth at the rate
     */
    public record Account(
            UUID id, String code, String name, Money balance, Money carried, ExchangeRate rate, Money value) {

        /** What is won; negative if we lose. */
        public Money gain() {
            return value.minus(carried);
        }
    }
}
