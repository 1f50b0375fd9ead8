package io.simbaerp.reporting.web;

import io.simbaerp.page.CurrentReader;
import io.simbaerp.page.list.CsvFile;
import io.simbaerp.page.list.ListFile;
import io.simbaerp.page.list.XlsxFile;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportPress;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.Reports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of every report, and the report as text, spreadsheet and paper. */
@Controller
@RequestMapping("/reports")
class ReportController {

    private static final int ROWS_OF_A_PAGE = 300;

    private final Reports reports;
    private final ReportRequests requests;
    private final ReportPress press;
    private final CurrentReader reader;
    private final ReportWords words;
    private final ReportCharts charts;

    ReportController(
            Reports reports,
            ReportRequests requests,
            ReportPress press,
            CurrentReader reader,
            ReportWords words,
            ReportCharts charts) {
        this.reports = reports;
        this.requests = requests;
        this.press = press;
        this.reader = reader;
        this.words = words;
        this.charts = charts;
    }

    /** All reports, by the shelves they stand on. */
    record ShelvesView(List<ShelfView> shelves, List<ReportCharts.Chart> charts) {}

    /** A shelf. */
    record ShelfView(String title, List<Entry> reports) {}

    /** A report there. */
    record Entry(String href, String title, String text) {}

    @GetMapping
    String shelves(Locale language, Model model) {
        List<ShelfView> shelves = new ArrayList<>();
        for (Report.Shelf shelf : Report.Shelf.values()) {
            List<Entry> entries = new ArrayList<>(reports.all().stream()
                    .filter(report -> report.shelf() == shelf)
                    .map(report -> entry("/reports/" + report.name(), report.name()))
                    .toList());
            if (shelf == Report.Shelf.STATEMENTS) {
                entries.add(entry("/reports/layouts", "layouts"));
            }
            if (shelf == Report.Shelf.TAX) {
                entries.add(entry("/reports/jpk-kr-pd", "jpk-kr-pd"));
            }
            if (!entries.isEmpty()) {
                shelves.add(new ShelfView(words.word("shelf." + shelf), entries));
            }
        }
        model.addAttribute(
                "view",
                new ShelvesView(
                        shelves, charts.of(requests.of(new LinkedMultiValueMap<>(), language), requests.currency())));
        return "reporting/reports";
    }

    private Entry entry(String href, String name) {
        return new Entry(href, words.word(name), words.word("about." + name));
    }

    @GetMapping("/{report}")
    String page(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> asked,
            Locale language,
            Model model) {
        Report found = reports.find(report);
        ReportRequest request = requests.of(asked, language);
        ReportTable table = found.table(request, ROWS_OF_A_PAGE);
        List<ReportInput> inputs = found.inputs(request);
        String query = request.with("after", null).query();
        model.addAttribute(
                "view",
                new ReportView(
                        report,
                        title(found),
                        table,
                        ReportView.rows(table, table.rows(), words),
                        ReportView.rows(table, table.totals(), words),
                        inputs,
                        query,
                        around(report, request, inputs),
                        "/reports/" + report + "?" + query));
        return "reporting/report";
    }

    @GetMapping("/{report}/export.csv")
    void csv(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> asked,
            Locale language,
            HttpServletResponse answer)
            throws IOException {
        begin(reports.find(report), ".csv", "text/csv;charset=UTF-8", answer);
        write(report, requests.of(asked, language), new CsvFile(answer.getOutputStream(), reader.format()), answer);
    }

    @GetMapping("/{report}/export.xlsx")
    void xlsx(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> asked,
            Locale language,
            HttpServletResponse answer)
            throws IOException {
        Report found = reports.find(report);
        begin(found, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer);
        write(report, requests.of(asked, language), new XlsxFile(answer.getOutputStream(), sheet(found)), answer);
    }

    @GetMapping("/{report}/export.pdf")
    void pdf(
            @PathVariable String report,
            @RequestParam MultiValueMap<String, String> asked,
            Locale language,
            HttpServletResponse answer)
            throws IOException {
        Report found = reports.find(report);
        byte[] paper = press.print(title(found), reports.whole(found, requests.of(asked, language)), language);
        begin(found, ".pdf", "application/pdf", answer);
        answer.getOutputStream().write(paper);
    }

    private static void begin(Report report, String ending, String type, HttpServletResponse answer) {
        answer.setContentType(type);
        answer.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(report.name() + ending)
                        .build()
                        .toString());
    }

    private void write(String report, ReportRequest request, ListFile file, HttpServletResponse answer) {
        try {
            reports.write(reports.find(report), request, requests.currency(), file);
        } catch (RuntimeException refused) {
            if (!answer.isCommitted()) {
                answer.reset();
            }
            throw refused;
        }
    }

    /** The same report a month, quarter or year earlier and later, as long as its period is. */
    private static List<String> around(String report, ReportRequest request, List<ReportInput> inputs) {
        LocalDate from = day(inputs, "from");
        LocalDate to = day(inputs, "to");
        if (from == null || to == null || to.isBefore(from)) {
            return List.of();
        }
        boolean months = from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth();
        long length = months ? ChronoUnit.MONTHS.between(from, to.plusDays(1)) : 1;
        return List.of(shifted(report, request, from, -length, length), shifted(report, request, from, length, length));
    }

    private static String shifted(String report, ReportRequest request, LocalDate from, long by, long length) {
        LocalDate begin = from.withDayOfMonth(1).plusMonths(by);
        LocalDate last = begin.plusMonths(length).minusDays(1);
        return "/reports/" + report + "?"
                + request.with("from", begin).with("to", last).query();
    }

    private static @Nullable LocalDate day(List<ReportInput> inputs, String name) {
        return inputs.stream()
                .filter(input -> input.name().equals(name))
                .map(input -> LocalDate.parse(input.value()))
                .findFirst()
                .orElse(null);
    }

    private String title(Report report) {
        return words.word(report.name());
    }

    /** A spreadsheet takes 31 characters. */
    private String sheet(Report report) {
        String title = title(report);
        return title.length() > 31 ? title.substring(0, 31) : title;
    }
}
