package io.simbaerp.reporting.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.Reports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every report for programs: its rows by the names of their columns. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportResource {

    private static final int MOST = 1000;

    private final Reports reports;
    private final ReportRequests requests;

    ReportResource(Reports reports, ReportRequests requests) {
        this.reports = reports;
        this.requests = requests;
    }

    /** A report. Amounts are objects with amount and currency, names come in the language of the request. */
    record ReportJson(
            String report,
            List<String> facts,
            ReportTable.@Nullable Verdict verdict,
            List<ColumnJson> columns,
            List<RowJson> items,
            List<RowJson> totals,
            List<String> notes,
            @Nullable String next) {}

    /** A column. */
    record ColumnJson(String name, String label, ReportTable.Kind kind) {}

    /** A row; style is SUM, STRONG or PLAIN. */
    record RowJson(ReportTable.Style style, int level, Map<String, Object> values) {}

    @Permission.Required(Duty.VIEW_LEDGER)
    @GetMapping("/{report}")
    ReportJson report(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "200") int limit,
            Locale language) {
        ReportRequest request = requests.of(asked, language);
        ReportTable table = reports.find(report).table(request, Math.max(1, Math.min(limit, MOST)));
        return new ReportJson(
                report,
                table.facts(),
                table.verdict(),
                table.columns().stream()
                        .map(column -> new ColumnJson(column.name(), column.fullLabel(), column.kind()))
                        .toList(),
                rows(table.rows(), table.columns()),
                rows(table.totals(), table.columns()),
                table.notes().stream().map(ReportTable.Note::text).toList(),
                table.next());
    }

    private static List<RowJson> rows(List<ReportTable.Row> rows, List<ReportTable.Column> columns) {
        return rows.stream()
                .filter(row -> row.style() != ReportTable.Style.GROUP)
                .map(row -> row(row, columns))
                .toList();
    }

    private static RowJson row(ReportTable.Row row, List<ReportTable.Column> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < columns.size(); at++) {
            Object value = row.cells().get(at).value();
            if (value != null) {
                values.put(columns.get(at).name(), value);
            }
        }
        return new RowJson(row.style(), row.level(), values);
    }
}
