package io.simbaerp.reporting;

import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.rendering.RenderPdf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Prints a report on paper: a PDF/A in the reader's language. */
@Component
public class ReportPress {

    private static final int COLUMNS_UPRIGHT = 6;

    private final RenderPdf renderPdf;
    private final ReportWords words;
    private final Formats formats;
    private final CurrentCompany currentCompany;
    private final Clock clock;

    ReportPress(RenderPdf renderPdf, ReportWords words, Formats formats, CurrentCompany currentCompany, Clock clock) {
        this.renderPdf = renderPdf;
        this.words = words;
        this.formats = formats;
        this.currentCompany = currentCompany;
        this.clock = clock;
    }

    /** The paper of a whole report. */
    public byte[] print(String title, ReportTable table, Locale language) {
        return renderPdf.render("report", paper(title, table), language);
    }

    ReportPaper paper(String title, ReportTable table) {
        CompanyView company = currentCompany.get();
        List<ReportPaper.Line> lines = new ArrayList<>();
        table.rows().forEach(row -> lines.add(line(row, table)));
        table.totals().forEach(row -> lines.add(line(row, table)));
        return new ReportPaper(
                company.name(),
                Objects.requireNonNullElse(company.taxId(), ""),
                title,
                table.facts(),
                table.verdict() == null ? "" : table.verdict().text(),
                formats.instant(clock.instant()),
                table.columns().size() > COLUMNS_UPRIGHT,
                table.groups(),
                heads(table.columns()),
                lines,
                table.notes().stream().map(ReportTable.Note::text).toList());
    }

    private static List<ReportPaper.Head> heads(List<ReportTable.Column> columns) {
        int weights = columns.stream().mapToInt(ReportPress::weight).sum();
        return columns.stream()
                .map(column -> new ReportPaper.Head(column.label(), column.right(), weight(column) * 100 / weights))
                .toList();
    }

    private static int weight(ReportTable.Column column) {
        return switch (column.width()) {
            case "" -> 30;
            case "w-code", "w-date" -> 9;
            case "w-small" -> 8;
            default -> 13;
        };
    }

    private ReportPaper.Line line(ReportTable.Row row, ReportTable table) {
        List<ReportPaper.Figure> cells = new ArrayList<>();
        for (int at = 0; at < row.cells().size(); at++) {
            Object value = row.cells().get(at).value();
            ReportTable.Column column = table.columns().get(at);
            boolean heading = row.style() == ReportTable.Style.GROUP;
            cells.add(new ReportPaper.Figure(
                    words.written(value),
                    column.right() && !heading,
                    heading || column.width().isEmpty(),
                    value instanceof Money money && money.isNegative()));
        }
        return new ReportPaper.Line(row.style().name().toLowerCase(Locale.ROOT), row.level(), cells);
    }
}
