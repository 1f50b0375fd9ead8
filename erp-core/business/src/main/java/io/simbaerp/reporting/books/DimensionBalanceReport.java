package io.simbaerp.reporting.books;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.report.DimensionSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The trial balance by dimension: the accounts of each cost centre, or of each value of an axis. */
@Query(Duty.VIEW_LEDGER)
class DimensionBalanceReport implements Report {

    private static final String BY = "by";

    private final DimensionSums sums;
    private final Axes axes;
    private final CurrentCompany currentCompany;
    private final BookInputs inputs;
    private final ReportWords words;

    DimensionBalanceReport(
            DimensionSums sums, Axes axes, CurrentCompany currentCompany, BookInputs inputs, ReportWords words) {
        this.sums = sums;
        this.axes = axes;
        this.currentCompany = currentCompany;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "trial-balance-by-dimension";
    }

    @Override
    public Shelf shelf() {
        return Shelf.BOOKS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>(inputs.inputs(request));
        List<ReportInput.Option> options = new ArrayList<>();
        options.add(new ReportInput.Option("", words.word("by.none")));
        axes.all().forEach(axis -> options.add(new ReportInput.Option(axis.code(), axis.name(request.language()))));
        all.add(0, words.choiceOf(BY, request.text(BY, ""), options));
        return all;
    }

    /**
     * @throws NotFound if there is no such axis
     * @throws RuleViolation report.days-out-of-order
     */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate from = inputs.from(request);
        LocalDate to = inputs.to(request);
        Extract extract = inputs.extract(request);
        String axis = request.text(BY);
        if (axis != null && axes.find(axis).isEmpty()) {
            throw new NotFound("axis", axis);
        }
        Map<String, List<DimensionSums.Row>> byValue = new LinkedHashMap<>();
        sums.of(from, to, axis, extract).forEach(row -> byValue.computeIfAbsent(
                        Objects.requireNonNullElse(row.number(), ""), none -> new ArrayList<>())
                .add(row));
        List<Row> rows = new ArrayList<>();
        byValue.forEach((number, accounts) -> add(rows, number, accounts, request, axis));
        return new ReportTable(inputs.facts(from, to, extract), null, columns(), rows, List.of(), List.of(), null);
    }

    private List<ReportTable.Column> columns() {
        return List.of(
                words.text("value", "w-code"),
                words.text("account", "w-code"),
                words.text("name", ""),
                words.figure("opening", words.word("opening"), null),
                words.figure("debit"),
                words.figure("credit"),
                words.figure("closing", words.word("closing"), null));
    }

    private void add(
            List<Row> rows,
            String number,
            List<DimensionSums.Row> accounts,
            ReportRequest request,
            @Nullable String axis) {
        String name = accounts.get(0).name(request.language());
        rows.add(Row.of(
                Style.GROUP,
                0,
                Cell.of(number.isEmpty() ? words.word("dimension.none") : number + "  " + Objects.toString(name, ""))));
        Money[] total = new Money[4];
        Arrays.fill(total, Money.zero(currentCompany.get().baseCurrency()));
        ReportRequest of =
                number.isEmpty() ? request : request.with(axis == null ? "costCentre" : BookInputs.AXIS + axis, number);
        for (DimensionSums.Row one : accounts) {
            TrialBalance.Row account = one.account();
            String href = number.isEmpty()
                    ? null
                    : BookInputs.lines(account.account(), inputs.from(request), inputs.to(request), of);
            Money[] figures = {account.opening(), account.debit(), account.credit(), account.closing()};
            rows.add(row(Style.PLAIN, number, account.account(), account.name(request.language()), figures, href));
            for (int at = 0; at < figures.length; at++) {
                total[at] = total[at].plus(figures[at]);
            }
        }
        rows.add(row(Style.SUM, number, "", words.word("total"), total, null));
    }

    private static Row row(
            Style style, String number, String code, String name, Money[] figures, @Nullable String href) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(number), new Cell(code, href), Cell.of(name)));
        for (Money figure : figures) {
            cells.add(Cell.unlessNil(figure, href));
        }
        return new Row(style, 0, cells);
    }
}
