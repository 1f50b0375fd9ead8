package io.simbaerp.ledger.web;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The trial balance as its page and its file show it: accounts below the ones that sum them up, balances split by side,
 * beside them what stood there a year earlier.
 */
record TrialBalanceView(
        LocalDate from,
        LocalDate to,
        boolean compare,
        LocalDate compareTo,
        String currency,
        List<Row> rows,
        Row totals,
        boolean balanced) {

    /**
     * A row. Debit and credit balances are nil on the side where nothing stands.
     *
     * @param group the first digit of the account where it begins, otherwise null
     * @param sum whether it sums up the accounts below it
     * @param below whether it lies below such an account
     * @param before the closing balance a year earlier, debit minus credit
     * @param change against that balance, in percent
     */
    record Row(
            @Nullable String group,
            String account,
            String name,
            boolean sum,
            boolean below,
            @Nullable Money openingDebit,
            @Nullable Money openingCredit,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money closingDebit,
            @Nullable Money closingCredit,
            @Nullable Money before,
            @Nullable BigDecimal change) {}

    private record Balance(Money opening, Money debit, Money credit, Money closing) {

        Balance plus(Balance other) {
            return new Balance(
                    opening.plus(other.opening),
                    debit.plus(other.debit),
                    credit.plus(other.credit),
                    closing.plus(other.closing));
        }
    }

    static TrialBalanceView of(
            TrialBalance.Report report,
            TrialBalance.@Nullable Report yearBefore,
            Map<String, AccountView> accounts,
            String language) {
        Map<String, Balance> now = withSums(report, accounts);
        Map<String, Balance> before = yearBefore == null ? Map.of() : withSums(yearBefore, accounts);
        TreeSet<String> codes = new TreeSet<>(now.keySet());
        codes.addAll(before.keySet());
        Balance nothing = nothing(report);
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (String code : codes) {
            String first = code.substring(0, 1);
            AccountView account = accounts.get(code);
            String name = account == null ? "" : account.name(language);
            boolean sum = account != null && !account.postable();
            boolean below = account != null && account.parent() != null;
            rows.add(row(
                    group.equals(first) ? null : first,
                    code,
                    name,
                    sum,
                    below,
                    now.getOrDefault(code, nothing),
                    before.containsKey(code) ? before.get(code).closing() : null));
            group = first;
        }
        return new TrialBalanceView(
                report.from(),
                report.to(),
                yearBefore != null,
                report.to().minusYears(1),
                nothing.opening().currency().code(),
                rows,
                totals(report, nothing),
                report.totals().closing().isZero() && report.totals().opening().isZero());
    }

    private static Balance nothing(TrialBalance.Report report) {
        Money zero = Money.zero(report.totals().debit().currency());
        return new Balance(zero, zero, zero, zero);
    }

    /** The balances of the accounts and of those above them. */
    private static Map<String, Balance> withSums(TrialBalance.Report report, Map<String, AccountView> accounts) {
        Map<String, Balance> balances = new TreeMap<>();
        for (TrialBalance.Row row : report.rows()) {
            Balance balance = new Balance(row.opening(), row.debit(), row.credit(), row.closing());
            String code = row.account();
            while (code != null) {
                balances.merge(code, balance, Balance::plus);
                AccountView account = accounts.get(code);
                code = account == null ? null : account.parent();
            }
        }
        return balances;
    }

    private static Row row(
            @Nullable String group,
            String code,
            String name,
            boolean sum,
            boolean below,
            Balance balance,
            @Nullable Money before) {
        return new Row(
                group,
                code,
                name,
                sum,
                below,
                positive(balance.opening()),
                positive(balance.opening().negated()),
                unlessZero(balance.debit()),
                unlessZero(balance.credit()),
                positive(balance.closing()),
                positive(balance.closing().negated()),
                before,
                change(balance.closing(), before));
    }

    private static Row totals(TrialBalance.Report report, Balance nothing) {
        Map<String, Money> sums = new LinkedHashMap<>();
        for (TrialBalance.Row row : report.rows()) {
            add(sums, row.opening().isNegative() ? "openingCredit" : "openingDebit", abs(row.opening()));
            add(sums, row.closing().isNegative() ? "closingCredit" : "closingDebit", abs(row.closing()));
        }
        Money zero = nothing.opening();
        return new Row(
                null,
                "",
                "",
                true,
                false,
                sums.getOrDefault("openingDebit", zero),
                sums.getOrDefault("openingCredit", zero),
                report.totals().debit(),
                report.totals().credit(),
                sums.getOrDefault("closingDebit", zero),
                sums.getOrDefault("closingCredit", zero),
                null,
                null);
    }

    private static void add(Map<String, Money> sums, String column, Money amount) {
        sums.merge(column, amount, Money::plus);
    }

    private static Money abs(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    private static @Nullable Money positive(Money amount) {
        return amount.amount().signum() > 0 ? amount : null;
    }

    private static @Nullable Money unlessZero(Money amount) {
        return amount.isZero() ? null : amount;
    }

    private static @Nullable BigDecimal change(Money now, @Nullable Money before) {
        if (before == null || before.isZero()) {
            return null;
        }
        return now.minus(before)
                .amount()
                .multiply(BigDecimal.valueOf(100))
                .divide(before.amount().abs(), 1, RoundingMode.HALF_UP);
    }

    static Map<String, AccountView> byCode(List<AccountView> accounts) {
        Map<String, AccountView> byCode = new HashMap<>();
        accounts.forEach(account -> byCode.put(account.code(), account));
        return byCode;
    }
}
