package io.simbaerp.ledger;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.period.LockLevel;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that may stand in the books: it can't be made otherwise. Every rule is a named refusal; PostgreSQL asserts the
 * same rules again and knows nothing of these.
 */
record JournalEntry(
        UUID journalId, FiscalPeriodView period, JournalEntryDraft draft, BigDecimal total, List<Line> lines) {

    /** A line with what it names found. */
    record Line(
            LineDraft draft,
            UUID accountId,
            @Nullable UUID costCentreId,
            @Nullable Map<UUID, UUID> dimensions) {}

    /** @throws RuleViolation whatever rule of the books the draft breaks first */
    static JournalEntry of(JournalEntryDraft draft, PostingFacts facts) {
        if (draft.narration().isBlank()) {
            throw RuleViolation.ofField("narration", "journal-entry.narration-missing");
        }
        PostingFacts.Journal journal = facts.journal();
        if (journal == null) {
            throw RuleViolation.ofField("journal", "journal-entry.journal-unknown", draft.journal());
        }
        FiscalPeriodView period = openPeriod(draft, facts);
        if (draft.lines().size() < 2) {
            throw RuleViolation.ofField("lines", "journal-entry.too-few-lines");
        }
        List<Line> lines = new ArrayList<>();
        for (LineDraft line : draft.lines()) {
            lines.add(line(lines.size() + 1, line, draft, facts));
        }
        return new JournalEntry(journal.id(), period, draft, balancedTotal(draft, facts), lines);
    }

    private static FiscalPeriodView openPeriod(JournalEntryDraft draft, PostingFacts facts) {
        FiscalPeriodView period = facts.period();
        if (period == null) {
            throw RuleViolation.ofField("periodCode", "period.unknown", draft.periodCode());
        }
        if (facts.lock() == LockLevel.CLOSED) {
            throw RuleViolation.ofField("periodCode", "period.closed", period.code());
        }
        if (facts.lock() == LockLevel.SOFT_CLOSED) {
            throw RuleViolation.ofField("periodCode", "period.soft-closed", period.code());
        }
        LocalDate day = draft.postingDate();
        if (day.isBefore(period.firstDay()) || day.isAfter(period.lastDay())) {
            throw RuleViolation.ofField("postingDate", "journal-entry.posting-date-outside-period", day, period.code());
        }
        return period;
    }

    private static Line line(int number, LineDraft line, JournalEntryDraft draft, PostingFacts facts) {
        PostingFacts.Account account = account(number, line, draft, facts);
        checkAmount(number, line, draft, facts);
        checkCurrency(number, line, account);
        if (account.control() && line.partyId() == null) {
            throw broken(number, "journal-entry.party-missing", number, account.code());
        }
        if (line.openItem() && !account.control()) {
            throw broken(number, "journal-entry.open-item-misplaced", number, account.code());
        }
        if (line.openItem() && line.dueDate() == null) {
            throw broken(number, "journal-entry.due-date-missing", number);
        }
        if (account.costCentreRequired() && line.costCentre() == null) {
            throw broken(number, "journal-entry.cost-centre-missing", number, account.code());
        }
        return new Line(
                line,
                account.id(),
                costCentre(number, line, draft, facts),
                facts.axes().judge(number, account.code(), line.dimensions(), draft.postingDate()));
    }

    private static PostingFacts.Account account(
            int number, LineDraft line, JournalEntryDraft draft, PostingFacts facts) {
        PostingFacts.Account account = facts.accounts().get(line.account());
        if (account == null) {
            throw broken(number, "journal-entry.account-unknown", number, line.account());
        }
        if (!account.postable()) {
            throw broken(number, "journal-entry.account-not-postable", number, account.code());
        }
        if (!account.activeOn(draft.postingDate())) {
            throw broken(number, "journal-entry.account-inactive", number, account.code(), draft.postingDate());
        }
        return account;
    }

    private static void checkCurrency(int number, LineDraft line, PostingFacts.Account account) {
        Money transaction = line.transactionAmount() == null ? line.amount() : line.transactionAmount();
        if (account.currency() != null
                && !account.currency().equals(transaction.currency().code())) {
            throw broken(number, "journal-entry.currency-not-of-account", number, account.code(), account.currency());
        }
        if (transaction.compareTo(transaction.rounded()) != 0) {
            throw broken(number, "journal-entry.amount-unrounded", number, transaction);
        }
    }

    private static void checkAmount(int number, LineDraft line, JournalEntryDraft draft, PostingFacts facts) {
        Money amount = line.amount();
        if (!amount.currency().equals(facts.baseCurrency())) {
            throw broken(number, "journal-entry.currency-foreign", number, amount.currency(), facts.baseCurrency());
        }
        if (amount.isZero()) {
            throw broken(number, "journal-entry.zero-line", number);
        }
        if (amount.compareTo(amount.rounded()) != 0) {
            throw broken(number, "journal-entry.amount-unrounded", number, amount);
        }
        if (amount.isNegative() && !draft.kind().allowsNegativeAmounts()) {
            throw broken(number, "journal-entry.negative-line", number, amount);
        }
        Money transaction = line.transactionAmount();
        if (transaction != null
                && !transaction.isZero()
                && transaction.amount().signum() != amount.amount().signum()) {
            throw broken(number, "journal-entry.transaction-amount-differs", number, transaction, amount);
        }
        ExchangeRate rate = line.rate();
        if (rate != null && (transaction == null || !rate.currency().equals(transaction.currency()))) {
            throw broken(number, "journal-entry.rate-differs", number, rate.currency());
        }
    }

    private static @Nullable UUID costCentre(int number, LineDraft line, JournalEntryDraft draft, PostingFacts facts) {
        String code = line.costCentre();
        if (code == null) {
            return null;
        }
        PostingFacts.CostCentre costCentre = facts.costCentres().get(code);
        if (costCentre == null) {
            throw broken(number, "journal-entry.cost-centre-unknown", number, code);
        }
        if (!costCentre.activeOn(draft.postingDate())) {
            throw broken(number, "journal-entry.cost-centre-inactive", number, code, draft.postingDate());
        }
        return costCentre.id();
    }

    private static BigDecimal balancedTotal(JournalEntryDraft draft, PostingFacts facts) {
        Money debit = Money.zero(facts.baseCurrency());
        Money credit = debit;
        for (LineDraft line : draft.lines()) {
            if (line.side() == Side.DEBIT) {
                debit = debit.plus(line.amount());
            } else {
                credit = credit.plus(line.amount());
            }
        }
        if (debit.compareTo(credit) != 0) {
            throw new RuleViolation("journal-entry.unbalanced", debit, credit, debit.minus(credit));
        }
        return debit.amount();
    }

    private static RuleViolation broken(int number, String rule, Object... args) {
        return RuleViolation.ofField("lines[" + (number - 1) + "]", rule, args);
    }
}
