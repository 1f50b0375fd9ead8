package io.simbaerp.reporting.web;

import io.simbaerp.money.Money;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as its page shows it.
 *
 * @param query what was asked, for the files
 * @param around the addresses of the periods before and after, or nothing for reports without periods
 * @param here the address without its place in a long report
 */
record ReportView(
        String name,
        String title,
        ReportTable table,
        List<RowView> rows,
        List<RowView> totals,
        List<ReportInput> inputs,
        String query,
        List<String> around,
        String here) {

    /** A row and how it looks. */
    record RowView(String look, List<CellView> cells) {}

    /** A cell's text, where it leads and how it looks. */
    record CellView(
            String text,
            @Nullable String href,
            String look,
            @Nullable String title) {}

    static List<RowView> rows(ReportTable table, List<ReportTable.Row> rows, ReportWords words) {
        return rows.stream().map(row -> row(table, row, words)).toList();
    }

    private static RowView row(ReportTable table, ReportTable.Row row, ReportWords words) {
        List<CellView> cells = new ArrayList<>();
        for (int at = 0; at < row.cells().size(); at++) {
            cells.add(cell(row.cells().get(at), table.columns().get(at), row, words));
        }
        return new RowView(
                switch (row.style()) {
                    case GROUP -> "grp";
                    case SUM -> "lvl1";
                    case STRONG -> "sum";
                    case PLAIN -> "";
                },
                cells);
    }

    private static CellView cell(
            ReportTable.Cell cell, ReportTable.Column column, ReportTable.Row row, ReportWords words) {
        String text = words.written(cell.value());
        boolean fills = column.width().isEmpty();
        boolean negative = cell.value() instanceof Money money && money.isNegative();
        String look = column.right() ? "r" : fills ? "cutcell" : "nowrap";
        return new CellView(
                text,
                cell.href(),
                look + (negative ? " neg" : "") + (fills && row.level() > 0 ? " in" + row.level() : ""),
                fills && !text.isEmpty() ? text : null);
    }

    /** What leads further into a long report. */
    public @Nullable String further() {
        return table.next();
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    public @Nullable String earlier() {
        return around.isEmpty() ? null : around.get(0);
    }

    public @Nullable String later() {
        return around.isEmpty() ? null : around.get(1);
    }
}
