package io.simbaerp.reporting;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import io.simbaerp.page.list.ListFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All reports there are, and how one is written into a file. */
@Query(Duty.VIEW_LEDGER)
public class Reports {

    private static final int ROWS_AT_ONCE = 5000;
    private static final int ROWS_ON_PAPER = 6000;

    private final List<Report> reports;
    private final ReportWords words;

    Reports(List<Report> reports, ReportWords words) {
        this.reports = reports;
        this.words = words;
    }

    public List<Report> all() {
        return List.copyOf(reports);
    }

    /** @throws NotFound if there is no such report */
    public Report find(String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("report", name));
    }

    /** Writes the whole report part by part: headings stay out, so that a spreadsheet can sum up. */
    public void write(Report report, ReportRequest request, String currency, ListFile file) {
        ReportTable part = report.table(request.with("after", null), ROWS_AT_ONCE);
        List<String> heads = new ArrayList<>(
                part.columns().stream().map(ReportTable.Column::fullLabel).toList());
        heads.add(words.word("column.currency"));
        file.begin(heads);
        while (true) {
            part.rows().stream()
                    .filter(row -> row.style() != ReportTable.Style.GROUP)
                    .forEach(row -> file.row(values(row, currency)));
            String next = part.next();
            if (next == null) {
                break;
            }
            part = report.table(request.with("after", next), ROWS_AT_ONCE);
        }
        file.end();
    }

    /**
     * The whole report for a paper.
     *
     * @throws RuleViolation report.too-long-for-paper
     */
    public ReportTable whole(Report report, ReportRequest request) {
        ReportTable table = report.table(request.with("after", null), ROWS_ON_PAPER);
        if (table.next() != null) {
            throw new RuleViolation("report.too-long-for-paper", ROWS_ON_PAPER);
        }
        return table;
    }

    private static List<@Nullable Object> values(ReportTable.Row row, String currency) {
        List<@Nullable Object> values = new ArrayList<>();
        for (ReportTable.Cell cell : row.cells()) {
            values.add(plain(cell.value()));
        }
        values.add(currency);
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Money money) {
            return money.amount();
        }
        return value instanceof ReportTable.Hours hours ? hours.hours() : value;
    }
}
