package io.simbaerp.ledger.opening;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.closing.GeneralJournal;
import io.simbaerp.ledger.entry.NamedParties;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a table of opening balances into an entry, and says of every row what is wrong with it. */
@Component
class OpeningReading {

    private final ChartOfAccounts chart;
    private final FiscalPeriods periods;
    private final CurrentCompany company;
    private final NamedParties parties;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    OpeningReading(
            ChartOfAccounts chart,
            FiscalPeriods periods,
            CurrentCompany company,
            NamedParties parties,
            JdbcClient jdbc,
            CurrentActor currentActor) {
        this.chart = chart;
        this.periods = periods;
        this.company = company;
        this.parties = parties;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** One table while it is read. */
    private final class Reading {

        private final FiscalPeriodView period;
        private final boolean endOfYear;
        private final Map<String, AccountView> accounts = new HashMap<>();
        private final List<OpeningPlan.Problem> problems = new ArrayList<>();
        private final List<LineDraft> lines = new ArrayList<>();
        private final CurrencyCode base = company.get().baseCurrency();

        Reading(FiscalPeriodView period, boolean endOfYear) {
            this.period = period;
            this.endOfYear = endOfYear;
            chart.all().forEach(account -> accounts.put(account.code(), account));
        }

        private void wrong(OpeningTable.Row row, String field, String rule, Object... args) {
            problems.add(new OpeningPlan.Problem(row.line(), field, "opening." + rule, List.of(args)));
        }

        void add(OpeningTable.Row row) {
            int before = problems.size();
            row.unreadable().forEach((field, text) -> wrong(row, field, "cell-unreadable", text));
            AccountView account = account(row);
            BigDecimal amount = amount(row);
            Money foreign = foreign(row, amount);
            UUID party = account == null ? null : party(row, account);
            if (problems.size() == before && account != null && amount != null) {
                lines.add(new LineDraft(
                        account.code(),
                        row.debit() != null ? Side.DEBIT : Side.CREDIT,
                        new Money(amount, base),
                        foreign,
                        null,
                        party,
                        null,
                        row.due(),
                        row.costCentre().isEmpty() ? null : row.costCentre(),
                        row.document().isEmpty() ? null : row.document(),
                        account.control() != null,
                        false));
            }
        }

        private @Nullable AccountView account(OpeningTable.Row row) {
            AccountView account = accounts.get(row.account());
            if (account == null) {
                wrong(row, "account", "account-unknown", row.account());
            } else if (!account.postable()) {
                wrong(row, "account", "account-sums-up", row.account());
            } else if (endOfYear && (account.type() == AccountType.REVENUE || account.type() == AccountType.EXPENSE)) {
                wrong(row, "account", "income-at-end-of-year", row.account());
            } else if (account.costCentreRequired() && row.costCentre().isEmpty()) {
                wrong(row, "cost_centre", "cost-centre-missing", row.account());
            }
            return account;
        }

        private @Nullable BigDecimal amount(OpeningTable.Row row) {
            if (row.debit() != null && row.credit() != null) {
                wrong(row, "credit", "two-sides");
            } else if (row.debit() == null
                    && row.credit() == null
                    && row.unreadable().isEmpty()) {
                wrong(row, "debit", "no-amount");
            }
            BigDecimal amount = row.debit() != null ? row.debit() : row.credit();
            if (amount != null && amount.signum() < 0) {
                wrong(row, row.debit() != null ? "debit" : "credit", "negative");
            }
            if (amount != null && new Money(amount, base).rounded().amount().compareTo(amount) != 0) {
                wrong(row, row.debit() != null ? "debit" : "credit", "unrounded", base);
            }
            return amount;
        }

        private @Nullable Money foreign(OpeningTable.Row row, @Nullable BigDecimal inBooks) {
            if (row.currency().isEmpty() || row.currency().equals(base.code())) {
                if (row.amount() != null && inBooks != null && row.amount().compareTo(inBooks) != 0) {
                    wrong(row, "currency", "currency-missing");
                }
                return null;
            }
            try {
                CurrencyCode currency = CurrencyCode.of(row.currency());
                if (row.amount() == null) {
                    wrong(row, "amount", "foreign-amount-missing", currency);
                    return null;
                }
                Money amount = new Money(row.amount(), currency);
                if (amount.isNegative() || amount.compareTo(amount.rounded()) != 0) {
                    wrong(row, "amount", "unrounded", currency);
                }
                return amount;
            } catch (IllegalArgumentException e) {
                wrong(row, "currency", "currency-unknown", row.currency());
                return null;
            }
        }

        private @Nullable UUID party(OpeningTable.Row row, AccountView account) {
            if (row.party().isEmpty()) {
                if (account.control() != null) {
                    wrong(row, "party", "party-missing", account.code());
                }
                return null;
            }
            if (account.control() != null
                    && row.due() == null
                    && !row.unreadable().containsKey("due")) {
                wrong(row, "due", "due-missing", account.code());
            }
            UUID party = parties.ofPart(row.party()).orElse(null);
            if (party == null) {
                wrong(row, "party", "party-unknown", row.party());
            }
            return party;
        }

        /** The plan; where no row is wrong, debits and credits must be equal. */
        OpeningPlan plan(int rows, String narration, String key) {
            Money debit = sum(Side.DEBIT);
            Money credit = sum(Side.CREDIT);
            if (problems.isEmpty() && debit.compareTo(credit) != 0) {
                problems.add(new OpeningPlan.Problem(
                        0, "debit", "opening.unbalanced", List.of(debit, credit, debit.minus(credit))));
            }
            return new OpeningPlan(
                    rows,
                    (int) lines.stream().filter(LineDraft::openItem).count(),
                    debit,
                    credit,
                    problems,
                    problems.isEmpty() ? entry(narration, key) : null);
        }

        private Money sum(Side side) {
            return lines.stream()
                    .filter(line -> line.side() == side)
                    .map(LineDraft::amount)
                    .reduce(Money.zero(base), Money::plus);
        }

        private JournalEntryDraft entry(String narration, String key) {
            return new JournalEntryDraft(
                    GeneralJournal.code(jdbc, currentActor.company()),
                    period.lastDay(),
                    period.lastDay(),
                    period.lastDay(),
                    period.code(),
                    EntryKind.OPENING,
                    narration,
                    null,
                    null,
                    "opening " + key,
                    lines);
        }
    }

    /**
     * Reads the table for the end of a period.
     *
     * @throws RuleViolation period.unknown, and of opening: table-unreadable, column-missing, table-empty, table-too-long
     */
    OpeningPlan read(String table, String periodCode, String narration, String key) {
        FiscalPeriodView period = periods.byCode(periodCode)
                .orElseThrow(() -> RuleViolation.ofField("period", "period.unknown", periodCode));
        List<FiscalPeriodView> year = periods.ofYear(period.yearCode());
        boolean endOfYear = period.lastDay().equals(year.get(year.size() - 1).lastDay());
        List<OpeningTable.Row> rows = OpeningTable.read(table);
        Reading reading = new Reading(period, endOfYear);
        rows.forEach(reading::add);
        return reading.plan(rows.size(), narration, key);
    }
}
