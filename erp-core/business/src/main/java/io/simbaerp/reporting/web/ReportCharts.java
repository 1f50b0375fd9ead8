package io.simbaerp.reporting.web;

import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.Reports;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The charts above the reports. Each is drawn from a report's table, to which it leads: the same figures in words. */
@Component
class ReportCharts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> BUCKETS = List.of("not-due", "to-30", "to-60", "to-90", "over-90");

    private final Reports reports;
    private final ReportWords words;

    ReportCharts(Reports reports, ReportWords words) {
        this.reports = reports;
        this.words = words;
    }

    /**
     * A chart.
     *
     * @param label the sentence for whoever can't see it
     * @param data labels and series as JSON
     * @param href the table behind it
     */
    record Chart(String title, String label, String data, String href) {}

    private record Series(String name, String type, List<BigDecimal> values) {}

    List<Chart> of(ReportRequest request, String currency) {
        ReportTable months = reports.find("by-month").table(request, Integer.MAX_VALUE);
        List<String> names = texts(months, 0);
        List<Chart> charts = new ArrayList<>();
        charts.add(chart(
                "income-and-costs",
                names,
                List.of(
                        series(months, "income", "bar"),
                        series(months, "costs", "bar"),
                        series(months, "result", "line")),
                "/reports/by-month"));
        charts.add(chart("cash", names, List.of(series(months, "cash", "line")), "/reports/by-month"));
        charts.add(chart(
                "ageing",
                BUCKETS.stream().map(bucket -> words.word("column." + bucket)).toList(),
                List.of(ageing("receivables", request, currency), ageing("payables", request, currency)),
                "/reports/receivables"));
        return charts;
    }

    private Chart chart(String name, List<String> labels, List<Series> series, String href) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("labels", labels);
        data.put("series", series);
        return new Chart(
                words.word("chart." + name), words.word("chart-label." + name), JSON.writeValueAsString(data), href);
    }

    private static Series series(ReportTable table, String column, String type) {
        int at = table.columns().stream().map(ReportTable.Column::name).toList().indexOf(column);
        List<BigDecimal> values = new ArrayList<>();
        for (ReportTable.Row row : table.rows()) {
            values.add(row.cells().get(at).value() instanceof Money money ? money.amount() : BigDecimal.ZERO);
        }
        return new Series(table.columns().get(at).label(), type, values);
    }

    private static List<String> texts(ReportTable table, int column) {
        return table.rows().stream()
                .map(row -> String.valueOf(row.cells().get(column).value()))
                .toList();
    }

    /** Of the first currency with open items, the company's own where it has any: currencies are never added up. */
    private Series ageing(String report, ReportRequest request, String currency) {
        Report ageing = reports.find(report);
        ReportTable table = ageing.table(request, Integer.MAX_VALUE);
        int first = table.columns().size() - BUCKETS.size() - 1;
        List<BigDecimal> values = new ArrayList<>();
        ReportTable.Row total = table.totals().stream()
                .filter(row ->
                        String.valueOf(row.cells().get(first - 1).value()).equals(currency))
                .findFirst()
                .orElse(table.totals().isEmpty() ? null : table.totals().get(0));
        for (int bucket = 0; bucket < BUCKETS.size(); bucket++) {
            Object value =
                    total == null ? null : total.cells().get(first + bucket).value();
            values.add(value instanceof Money money ? money.amount() : BigDecimal.ZERO);
        }
        return new Series(words.word(report), "bar", values);
    }
}
