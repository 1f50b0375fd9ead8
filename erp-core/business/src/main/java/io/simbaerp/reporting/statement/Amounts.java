package io.simbaerp.reporting.statement;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.CashMovements;
import io.simbaerp.ledger.report.PartySides;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the positions of a layout, and which accounts brought it there. */
final class Amounts {

    private final Layout layout;
    private final Money zero;
    private final Map<String, AccountView> chart = new LinkedHashMap<>();
    private final Map<Position, Map<String, Money>> placed = new LinkedHashMap<>();

    Amounts(Layout layout, List<AccountView> chart, Money zero) {
        this.layout = layout;
        this.zero = zero;
        chart.forEach(account -> this.chart.put(account.code(), account));
    }

    /** The balances of a day for the balance sheet; what is no result yet of the year goes where the layout says. */
    void balances(List<TrialBalance.Row> rows, Map<String, PartySides.Sides> sides) {
        for (TrialBalance.Row row : rows) {
            PartySides.Sides apart = sides.get(row.account());
            if (Layout.isOfTheResult(row.type())) {
                layout.positions().stream()
                        .filter(Position::takesTheResult)
                        .findFirst()
                        .ifPresent(position -> add(position, row.account(), row.closing()));
            } else if (apart == null) {
                place(row.account(), row.closing());
            } else {
                place(row.account(), apart.debit());
                place(row.account(), apart.credit());
            }
        }
    }

    /** What moved in a period for the income statement. */
    void movements(List<TrialBalance.Row> rows) {
        rows.stream()
                .filter(row -> Layout.isOfTheResult(row.type()))
                .forEach(row -> place(row.account(), row.debit().minus(row.credit())));
    }

    /** Movements of cash by their counter-accounts, for the cash flow. */
    void flows(List<CashMovements.Flow> flows) {
        for (CashMovements.Flow flow : flows) {
            AccountView account = chart.get(flow.account());
            Position position = account == null ? layout.special(Layout.REST) : layout.flowOf(account, flow.side());
            add(
                    position,
                    flow.account(),
                    flow.side() == Side.DEBIT ? flow.amount() : flow.amount().negated());
        }
    }

    /** All flows together, receipts less payments, wherever they stand. */
    Money flown() {
        Money sum = zero;
        for (Map.Entry<Position, Map<String, Money>> entry : placed.entrySet()) {
            Position position = entry.getKey();
            boolean standing = position.isFor(Layout.OPENING) || position.isFor(Layout.CLOSING);
            for (Money balance :
                    position.part() == Part.CASH && !standing ? entry.getValue().values() : List.<Money>of()) {
                sum = sum.minus(balance);
            }
        }
        return sum;
    }

    /** What an account brings to a position of the cash flow that isn't a flow: what there was and what there is. */
    void cash(Position position, String account, Money balance) {
        add(position, account, balance);
    }

    private void place(String code, Money balance) {
        AccountView account = chart.get(code);
        Position position = account == null || balance.isZero()
                ? null
                : layout.placeOf(account, balance.isNegative() ? Side.CREDIT : Side.DEBIT);
        if (position != null) {
            add(position, code, balance);
        }
    }

    private void add(Position position, String code, Money balance) {
        if (!balance.isZero()) {
            placed.computeIfAbsent(position, any -> new TreeMap<>()).merge(code, balance, Money::plus);
        }
    }

    /** A position with those below it, positive on its side; formulas of the income statement are worked out. */
    Money of(Position position) {
        if (position.isFormula()) {
            return formula(position);
        }
        Money sum = zero;
        for (Map.Entry<Position, Map<String, Money>> entry : placed.entrySet()) {
            if (entry.getKey().isWithin(position)) {
                for (Money balance : entry.getValue().values()) {
                    sum = sum.plus(balance);
                }
            }
        }
        return position.side() == Side.DEBIT ? sum : sum.negated();
    }

    private Money formula(Position position) {
        Money sum = zero;
        for (String term : position.rule().substring(1).split("(?=[+-])")) {
            boolean less = term.startsWith("-");
            String code = term.replaceAll("[+-]", "");
            Money amount = of(layout.position(position.part(), code));
            sum = less ? sum.minus(amount) : sum.plus(amount);
        }
        return sum;
    }

    /** The sum of a part's outermost positions. */
    Money total(Part part) {
        Money sum = zero;
        for (Position position : layout.positions()) {
            if (position.part() == part && position.level() == 0) {
                sum = sum.plus(of(position));
            }
        }
        return sum;
    }

    /** The name of an account in one of the two languages. */
    String nameOf(String code, String language) {
        AccountView account = chart.get(code);
        return account == null ? "" : account.name(language);
    }

    /** The accounts in a position itself, each with its amount on the position's side. */
    Map<String, Money> accounts(Position position) {
        Map<String, Money> own = new TreeMap<>();
        placed.getOrDefault(position, Map.of())
                .forEach((code, balance) -> own.put(code, position.side() == Side.DEBIT ? balance : balance.negated()));
        return own;
    }

    /** The accounts in a position and those below it, separated by commas. */
    String codes(Position position) {
        TreeSet<String> codes = new TreeSet<>();
        placed.forEach((other, amounts) -> {
            if (other.isWithin(position)) {
                codes.addAll(amounts.keySet());
            }
        });
        return String.join(",", new ArrayList<>(codes));
    }
}
