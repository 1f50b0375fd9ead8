package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.books.BookInputs;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The cash flow of a period by the direct method: whom cash came from and what it was spent on. */
@Query(Duty.VIEW_LEDGER)
class CashFlowReport implements Report {

    private final CashFlows flows;
    private final Statements statements;
    private final BookInputs inputs;
    private final ReportWords words;

    CashFlowReport(CashFlows flows, Statements statements, BookInputs inputs, ReportWords words) {
        this.flows = flows;
        this.statements = statements;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "cash-flow";
    }

    @Override
    public Shelf shelf() {
        return Shelf.STATEMENTS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>(words.period(CashFlows.from(request), CashFlows.to(request)));
        all.addAll(statements.inputs(request));
        return all;
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        CashFlows.Asked asked = flows.asked(request);
        Layout layout = asked.layout();
        LocalDate from = asked.filter().from();
        LocalDate to = asked.filter().to();
        LocalDate fromBefore = from.minusYears(1);
        LocalDate toBefore = BalanceSheetReport.yearBefore(to);
        boolean compared = Statements.compare(request).equals("year");
        Amounts now = flows.amounts(asked);
        Statements.Figures figures = new Statements.Figures(
                now,
                compared ? flows.amounts(asked.between(fromBefore, toBefore)) : null,
                request,
                (position, codes) -> lead(position, codes, asked, request));
        boolean agrees =
                now.of(layout.special(Layout.OPENING)).plus(now.flown()).equals(now.of(layout.special(Layout.CLOSING)));
        return new ReportTable(
                inputs.facts(from, to, new Extract(null, asked.filter().knownOn())),
                new ReportTable.Verdict(agrees, words.word(agrees ? "cash-agrees" : "cash-differs")),
                statements.columns(words.days(from, to), compared ? words.days(fromBefore, toBefore) : null),
                statements.rows(layout, Part.CASH, figures),
                List.of(),
                statements.findings(layout.misplacedFlows(asked.chart())),
                null);
    }

    /** Cash there was leads to the lines of its accounts, flows to their movements. */
    private static String lead(Position position, String codes, CashFlows.Asked asked, ReportRequest request) {
        LocalDate from = asked.filter().from();
        LocalDate to = asked.filter().to();
        if (position.isFor(Layout.OPENING) || position.isFor(Layout.CLOSING)) {
            return BookInputs.lines(codes, from, to, request);
        }
        return "/reports/cash-movements?"
                + request.with("from", from)
                        .with("to", to)
                        .with("compare", null)
                        .with("empty", null)
                        .with("detail", null)
                        .with("layout", asked.layout().name())
                        .with("position", position.code())
                        .with("accounts", codes.contains(",") ? null : codes)
                        .query();
    }
}
