package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.MonthlySums;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.books.BookInputs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Income, costs, result and cash, twelve months side by side; the charts are drawn from it. */
@Query(Duty.VIEW_LEDGER)
class ByMonthReport implements Report {

    private static final int MONTHS = 12;

    private final MonthlySums months;
    private final AccountSums sums;
    private final Statements statements;
    private final BookInputs inputs;
    private final ReportWords words;

    ByMonthReport(MonthlySums months, AccountSums sums, Statements statements, BookInputs inputs, ReportWords words) {
        this.months = months;
        this.sums = sums;
        this.statements = statements;
        this.inputs = inputs;
        this.words = words;
    }

    /** What a month brought: income positive, costs positive, cash as it changed. */
    private record Month(Money income, Money costs, Money cash) {

        Month plus(AccountView account, boolean cashAccount, Money movement) {
            return new Month(
                    account.type() == AccountType.REVENUE ? income.minus(movement) : income,
                    account.type() == AccountType.EXPENSE ? costs.plus(movement) : costs,
                    cashAccount ? cash.plus(movement) : cash);
        }
    }

    @Override
    public String name() {
        return "by-month";
    }

    @Override
    public Shelf shelf() {
        return Shelf.STATEMENTS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        return List.of(words.date("to", last(request).toString()));
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate last = last(request);
        LocalDate first = last.withDayOfMonth(1).minusMonths(MONTHS - 1);
        List<AccountView> chart = statements.chart();
        Layout layout = statements.layout(request, chart);
        Map<String, AccountView> accounts = new HashMap<>();
        chart.forEach(account -> accounts.put(account.code(), account));
        Money zero = Money.zero(CurrencyCode.of(inputs.currency()));
        Map<LocalDate, Month> byMonth = byMonth(first, last, layout, accounts, new Month(zero, zero, zero));
        return new ReportTable(
                inputs.facts(first, last, Extract.WHOLE),
                null,
                List.of(
                        words.text("month", ""),
                        words.figure("income"),
                        words.figure("costs"),
                        words.figure("result"),
                        words.figure("cash")),
                rows(first, byMonth, new Month(zero, zero, cashBefore(first, layout, accounts, zero)), request),
                List.of(),
                List.of(),
                null);
    }

    private Map<LocalDate, Month> byMonth(
            LocalDate first, LocalDate last, Layout layout, Map<String, AccountView> accounts, Month nothing) {
        Map<LocalDate, Month> byMonth = new HashMap<>();
        for (MonthlySums.Movement movement : months.between(first, last)) {
            AccountView account = accounts.get(movement.account());
            if (account != null) {
                Month before = byMonth.getOrDefault(movement.month(), nothing);
                byMonth.put(movement.month(), before.plus(account, layout.isCash(account), movement.movement()));
            }
        }
        return byMonth;
    }

    private List<Row> rows(LocalDate first, Map<LocalDate, Month> byMonth, Month begin, ReportRequest request) {
        List<Row> rows = new ArrayList<>();
        Money cash = begin.cash();
        for (int at = 0; at < MONTHS; at++) {
            LocalDate month = first.plusMonths(at);
            Month moved = byMonth.getOrDefault(month, new Month(begin.income(), begin.costs(), begin.income()));
            cash = cash.plus(moved.cash());
            String statement =
                    "/reports/income-statement?from=" + month + "&to=" + month.withDayOfMonth(month.lengthOfMonth());
            rows.add(Row.of(
                    Style.PLAIN,
                    0,
                    new Cell(words.month(month), statement),
                    new Cell(moved.income(), statement),
                    new Cell(moved.costs(), statement),
                    new Cell(moved.income().minus(moved.costs()), statement),
                    Cell.of(cash)));
        }
        return rows;
    }

    private Money cashBefore(LocalDate first, Layout layout, Map<String, AccountView> accounts, Money zero) {
        Money cash = zero;
        for (TrialBalance.Row row : sums.of(first, first, Extract.WHOLE)) {
            AccountView account = accounts.get(row.account());
            if (account != null && layout.isCash(account)) {
                cash = cash.plus(row.opening());
            }
        }
        return cash;
    }

    private static LocalDate last(ReportRequest request) {
        return request.day("to", request.today());
    }
}
