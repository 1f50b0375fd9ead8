package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.books.BookInputs;
import io.simbaerp.reporting.statement.Layout.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The income statement of a period by kinds of cost: what was earned, what it cost and what is left. */
@Query(Duty.VIEW_LEDGER)
class IncomeStatementReport implements Report {

    private final AccountSums sums;
    private final Statements statements;
    private final BookInputs inputs;
    private final ReportWords words;

    IncomeStatementReport(AccountSums sums, Statements statements, BookInputs inputs, ReportWords words) {
        this.sums = sums;
        this.statements = statements;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "income-statement";
    }

    @Override
    public Shelf shelf() {
        return Shelf.STATEMENTS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>(words.period(from(request), to(request)));
        all.add(inputs.costCentre(request));
        all.addAll(statements.inputs(request));
        return all;
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate from = from(request);
        LocalDate to = to(request);
        LocalDate fromBefore = from.minusYears(1);
        LocalDate toBefore = BalanceSheetReport.yearBefore(to);
        List<AccountView> chart = statements.chart();
        Layout layout = statements.layout(request, chart);
        Extract extract = inputs.extract(request);
        boolean compared = Statements.compare(request).equals("year");
        Statements.Figures figures = Statements.Figures.ofLines(
                amounts(layout, chart, from, to, extract),
                compared ? amounts(layout, chart, fromBefore, toBefore, extract) : null,
                from,
                to,
                request);
        return new ReportTable(
                inputs.facts(from, to, extract),
                null,
                statements.columns(words.days(from, to), compared ? words.days(fromBefore, toBefore) : null),
                statements.rows(layout, Part.INCOME, figures),
                List.of(),
                statements.findings(layout.misplaced(chart)),
                null);
    }

    private static LocalDate from(ReportRequest request) {
        return request.day("from", request.today().withDayOfYear(1));
    }

    private static LocalDate to(ReportRequest request) {
        LocalDate from = from(request);
        return request.day("to", from.withDayOfYear(from.lengthOfYear()));
    }

    private Amounts amounts(Layout layout, List<AccountView> chart, LocalDate from, LocalDate to, Extract extract) {
        Amounts amounts = new Amounts(layout, chart, Money.zero(CurrencyCode.of(inputs.currency())));
        amounts.movements(sums.withoutClosing(from, to, extract));
        return amounts;
    }
}
