package io.simbaerp.reporting.books;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Balances of accounts summed up along the chart. */
final class AccountTree {

    /** What stood on an account, moved and stands there, with the accounts below it. */
    record Balance(Money opening, Money debit, Money credit, Money closing) {

        static Balance nothing(Money zero) {
            return new Balance(zero, zero, zero, zero);
        }

        Balance plus(Balance other) {
            return new Balance(
                    opening.plus(other.opening),
                    debit.plus(other.debit),
                    credit.plus(other.credit),
                    closing.plus(other.closing));
        }
    }

    private final Map<String, AccountView> accounts = new LinkedHashMap<>();

    AccountTree(List<AccountView> chart) {
        chart.forEach(account -> accounts.put(account.code(), account));
    }

    /** Every account that has a row, and those above it. */
    Map<String, Balance> sums(List<TrialBalance.Row> rows) {
        Map<String, Balance> sums = new HashMap<>();
        for (TrialBalance.Row row : rows) {
            Balance balance = new Balance(row.opening(), row.debit(), row.credit(), row.closing());
            String code = row.account();
            while (code != null) {
                sums.merge(code, balance, Balance::plus);
                code = parent(code);
            }
        }
        return sums;
    }

    /** In the order of the chart. */
    Iterable<AccountView> inOrder() {
        return accounts.values();
    }

    @Nullable
    AccountView find(String code) {
        return accounts.get(code);
    }

    /** How many accounts lie above it. */
    int depth(String code) {
        int depth = 0;
        for (String above = parent(code); above != null; above = parent(above)) {
            depth++;
        }
        return depth;
    }

    /** The accounts below it that have rows, separated by commas; itself if it takes entries. */
    String postableBelow(String code, List<TrialBalance.Row> rows) {
        String below = rows.stream()
                .map(TrialBalance.Row::account)
                .filter(account -> account.equals(code) || isBelow(account, code))
                .collect(Collectors.joining(","));
        return below.isEmpty() ? code : below;
    }

    /** The accounts below it that take entries, or itself. */
    List<String> withThoseBelow(String code) {
        return accounts.values().stream()
                .filter(AccountView::postable)
                .map(AccountView::code)
                .filter(below -> below.equals(code) || isBelow(below, code))
                .toList();
    }

    private boolean isBelow(String code, String other) {
        for (String above = parent(code); above != null; above = parent(above)) {
            if (above.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String parent(String code) {
        AccountView account = accounts.get(code);
        return account == null ? null : account.parent();
    }
}
