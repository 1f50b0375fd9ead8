package io.simbaerp.reporting.books;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The trial balance: opening, turnover and closing of every account along the chart, if wanted with the turnover since the
 * year began (Accounting Act art. 18) and beside what stood there at another day.
 */
@Query(Duty.VIEW_LEDGER)
class TrialBalanceReport implements Report {

    private final AccountSums sums;
    private final ChartOfAccounts accounts;
    private final FiscalPeriods periods;
    private final CurrentCompany currentCompany;
    private final BookInputs inputs;
    private final ReportWords words;

    TrialBalanceReport(
            AccountSums sums,
            ChartOfAccounts accounts,
            FiscalPeriods periods,
            CurrentCompany currentCompany,
            BookInputs inputs,
            ReportWords words) {
        this.sums = sums;
        this.accounts = accounts;
        this.periods = periods;
        this.currentCompany = currentCompany;
        this.inputs = inputs;
        this.words = words;
    }

    /** All that its rows are made of. */
    private record Asked(
            ReportRequest request,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate comparedTo,
            boolean cumulative,
            AccountTree tree,
            List<TrialBalance.Row> now,
            Map<String, AccountTree.Balance> balances,
            Map<String, AccountTree.Balance> sinceBegin,
            Map<String, AccountTree.Balance> before,
            AccountTree.Balance nothing) {}

    @Override
    public String name() {
        return "trial-balance";
    }

    @Override
    public Shelf shelf() {
        return Shelf.BOOKS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>(inputs.inputs(request));
        String compare = compare(request);
        all.add(2, words.choice("compare", compare, List.of("", "year", "period", "day")));
        if (compare.equals("day")) {
            all.add(3, words.date("compareOn", comparedTo(request) + ""));
        }
        all.add(words.tick(request, "cumulative"));
        return all;
    }

    /** @throws RuleViolation report.days-out-of-order */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        Asked asked = asked(request);
        List<Row> rows = rows(asked);
        List<String> facts = inputs.facts(asked.from(), asked.to(), inputs.extract(request));
        if (asked.comparedTo() != null) {
            facts.add(words.word("compared-with", asked.comparedTo()));
        }
        boolean balanced =
                net(asked.now(), true).isZero() && net(asked.now(), false).isZero();
        boolean partial = inputs.extract(request).isPart();
        return new ReportTable(
                facts,
                partial ? null : new ReportTable.Verdict(balanced, words.word(balanced ? "balanced" : "not-balanced")),
                columns(asked),
                rows,
                rows.isEmpty() ? List.of() : List.of(totals(asked)),
                List.of(),
                null);
    }

    private List<Row> rows(Asked asked) {
        List<Row> rows = new ArrayList<>();
        String group = "";
        for (AccountView account : asked.tree().inOrder()) {
            String code = account.code();
            if (asked.balances().containsKey(code)
                    || asked.before().containsKey(code)
                    || asked.sinceBegin().containsKey(code)) {
                String first = code.substring(0, 1);
                if (!first.equals(group)
                        && first.matches("[0-9]")
                        && asked.tree().find(first) == null) {
                    rows.add(Row.of(Style.GROUP, 0, Cell.of(first + "  " + words.group(first))));
                }
                group = first;
                rows.add(row(account, asked));
            }
        }
        return rows;
    }

    private Asked asked(ReportRequest request) {
        LocalDate from = inputs.from(request);
        LocalDate to = inputs.to(request);
        Extract extract = inputs.extract(request);
        AccountTree tree = new AccountTree(accounts.all());
        List<TrialBalance.Row> now = sums.of(from, to, extract);
        LocalDate comparedTo = comparedTo(request);
        boolean cumulative = request.ticked("cumulative");
        return new Asked(
                request,
                from,
                to,
                comparedTo,
                cumulative,
                tree,
                now,
                tree.sums(now),
                cumulative ? tree.sums(sums.of(yearBegin(to), to, extract)) : Map.of(),
                comparedTo == null ? Map.of() : tree.sums(sums.of(comparedTo, comparedTo, extract)),
                AccountTree.Balance.nothing(Money.zero(currentCompany.get().baseCurrency())));
    }

    private static String compare(ReportRequest request) {
        return request.ticked("compare") ? "year" : request.text("compare", "");
    }

    private @Nullable LocalDate comparedTo(ReportRequest request) {
        LocalDate from = inputs.from(request);
        LocalDate to = inputs.to(request);
        return switch (compare(request)) {
            case "year" ->
                to.getDayOfMonth() == to.lengthOfMonth()
                        ? to.minusYears(1).withDayOfMonth(to.minusYears(1).lengthOfMonth())
                        : to.minusYears(1);
            case "period" -> from.minusDays(1);
            case "day" -> request.day("compareOn", from.minusDays(1));
            default -> null;
        };
    }

    private LocalDate yearBegin(LocalDate day) {
        return periods.of(day)
                .flatMap(period -> periods.ofYear(period.yearCode()).stream().findFirst())
                .map(first -> first.firstDay())
                .orElse(day.withDayOfYear(1));
    }

    private List<Column> columns(Asked asked) {
        List<Column> columns = new ArrayList<>(List.of(words.text("account", "w-code"), words.text("name", "")));
        sides(columns, "opening", words.word("opening"));
        sides(columns, "turnover", words.word("turnover"));
        if (asked.cumulative()) {
            sides(columns, "cumulative", words.word("cumulative"));
        }
        sides(columns, "closing", words.word("closing"));
        if (asked.comparedTo() != null) {
            String day = words.day(asked.comparedTo());
            columns.add(words.figure("before", words.word("column.balance"), day));
            columns.add(new Column("change", words.word("column.change"), day, ReportTable.Kind.PERCENT, "w-small"));
        }
        return columns;
    }

    private void sides(List<Column> columns, String name, String group) {
        columns.add(words.figure(name + "Debit", words.word("column.debit"), group));
        columns.add(words.figure(name + "Credit", words.word("column.credit"), group));
    }

    private static Row row(AccountView account, Asked asked) {
        String code = account.code();
        AccountTree.Balance balance = asked.balances().getOrDefault(code, asked.nothing());
        boolean sum = !account.postable();
        String href = BookInputs.lines(
                sum ? asked.tree().postableBelow(code, asked.now()) : code, asked.from(), asked.to(), asked.request());
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(code, sum ? null : href));
        cells.add(Cell.of(account.name(asked.request().language())));
        addSides(cells, balance.opening(), null);
        cells.add(Cell.unlessNil(balance.debit(), href));
        cells.add(Cell.unlessNil(balance.credit(), href));
        if (asked.cumulative()) {
            AccountTree.Balance year = asked.sinceBegin().getOrDefault(code, asked.nothing());
            cells.add(Cell.unlessNil(year.debit(), null));
            cells.add(Cell.unlessNil(year.credit(), null));
        }
        addSides(cells, balance.closing(), href);
        if (asked.comparedTo() != null) {
            AccountTree.Balance before = asked.before().get(code);
            cells.add(before == null ? Cell.EMPTY : Cell.unlessNil(before.closing(), null));
            cells.add(before == null ? Cell.EMPTY : Cell.of(change(balance.closing(), before.closing())));
        }
        return new Row(sum ? Style.SUM : Style.PLAIN, asked.tree().depth(code), cells);
    }

    private Row totals(Asked asked) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.EMPTY, Cell.of(words.word("total"))));
        Money zero = asked.nothing().opening();
        Money[] sums = {zero, zero, zero, zero, zero, zero, zero, zero};
        for (TrialBalance.Row row : asked.now()) {
            add(sums, row.opening().isNegative() ? 1 : 0, row.opening());
            sums[2] = sums[2].plus(row.debit());
            sums[3] = sums[3].plus(row.credit());
            add(sums, row.closing().isNegative() ? 7 : 6, row.closing());
        }
        asked.sinceBegin().forEach((code, year) -> {
            AccountView account = asked.tree().find(code);
            if (account != null && account.postable()) {
                sums[4] = sums[4].plus(year.debit());
                sums[5] = sums[5].plus(year.credit());
            }
        });
        for (int column = 0; column < sums.length; column++) {
            if (asked.cumulative() || column < 4 || column > 5) {
                cells.add(Cell.of(sums[column]));
            }
        }
        if (asked.comparedTo() != null) {
            cells.add(Cell.EMPTY);
            cells.add(Cell.EMPTY);
        }
        return new Row(Style.STRONG, 0, cells);
    }

    private static void add(Money[] sums, int column, Money amount) {
        sums[column] = sums[column].plus(amount.isNegative() ? amount.negated() : amount);
    }

    private static void addSides(List<Cell> cells, Money amount, @Nullable String href) {
        cells.add(amount.isNegative() ? Cell.EMPTY : Cell.unlessNil(amount, href));
        cells.add(amount.isNegative() ? new Cell(amount.negated(), href) : Cell.EMPTY);
    }

    private static Money net(List<TrialBalance.Row> rows, boolean opening) {
        return rows.stream()
                .map(row -> opening ? row.opening() : row.closing())
                .reduce(Money::plus)
                .orElseGet(() -> Money.of("0", "PLN"));
    }

    /** In percent of what stood there; nothing if nothing did. */
    private static @Nullable BigDecimal change(Money now, Money before) {
        return before.isZero()
                ? null
                : now.minus(before)
                        .amount()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before.amount().abs(), 1, RoundingMode.HALF_UP);
    }
}
