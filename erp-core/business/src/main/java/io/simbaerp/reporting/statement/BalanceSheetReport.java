package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.PartySides;
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
import io.simbaerp.reporting.statement.Layout.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The balance sheet of a day: what there is, and whom it belongs to. */
@Query(Duty.VIEW_LEDGER)
class BalanceSheetReport implements Report {

    private final AccountSums sums;
    private final PartySides sides;
    private final Statements statements;
    private final BookInputs inputs;
    private final ReportWords words;

    BalanceSheetReport(
            AccountSums sums, PartySides sides, Statements statements, BookInputs inputs, ReportWords words) {
        this.sums = sums;
        this.sides = sides;
        this.statements = statements;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "balance-sheet";
    }

    @Override
    public Shelf shelf() {
        return Shelf.STATEMENTS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>();
        all.add(words.date("on", day(request).toString()));
        all.addAll(statements.inputs(request));
        return all;
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate day = day(request);
        LocalDate before = yearBefore(day);
        List<AccountView> chart = statements.chart();
        Layout layout = statements.layout(request, chart);
        Extract extract = new Extract(null, request.moment("known"));
        boolean compared = Statements.compare(request).equals("year");
        Statements.Figures figures = Statements.Figures.ofLines(
                amounts(layout, chart, day, extract),
                compared ? amounts(layout, chart, before, extract) : null,
                day.withDayOfYear(1),
                day,
                request);
        List<Row> rows = rows(layout, figures);
        boolean balanced = figures.now().total(Part.ASSETS).equals(figures.now().total(Part.LIABILITIES));
        List<String> facts = inputs.facts(day, day, extract);
        facts.set(2, words.word("as-of", day));
        return new ReportTable(
                facts,
                new ReportTable.Verdict(balanced, words.word(balanced ? "assets-agree" : "assets-differ")),
                statements.columns(words.day(day), compared ? words.day(before) : null),
                rows,
                List.of(),
                statements.findings(layout.misplaced(chart)),
                null);
    }

    private List<Row> rows(Layout layout, Statements.Figures figures) {
        List<Row> rows = new ArrayList<>();
        for (Part part : List.of(Part.ASSETS, Part.LIABILITIES)) {
            rows.add(Row.of(Style.GROUP, 0, Cell.of(words.word("part." + part))));
            rows.addAll(statements.rows(layout, part, figures));
            rows.add(statements.total(part, figures));
        }
        return rows;
    }

    private static LocalDate day(ReportRequest request) {
        return request.day("on", request.day("to", request.today()));
    }

    static LocalDate yearBefore(LocalDate day) {
        LocalDate before = day.minusYears(1);
        return day.getDayOfMonth() == day.lengthOfMonth() ? before.withDayOfMonth(before.lengthOfMonth()) : before;
    }

    private Amounts amounts(Layout layout, List<AccountView> chart, LocalDate day, Extract extract) {
        Amounts amounts = new Amounts(layout, chart, Money.zero(CurrencyCode.of(inputs.currency())));
        amounts.balances(sums.of(day, day, extract), sides.on(day, extract));
        return amounts;
    }
}
