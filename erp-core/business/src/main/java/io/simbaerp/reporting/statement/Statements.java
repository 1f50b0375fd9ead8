package io.simbaerp.reporting.statement;

import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Note;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.books.BookInputs;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What balance sheet and income statement share: the choice of the layout, their rows, the check that all accounts land. */
@Component
class Statements {

    private static final int NAMED = 12;

    private final ChartOfAccounts accounts;
    private final ReportWords words;
    private final Layouts layouts;

    Statements(ChartOfAccounts accounts, ReportWords words, Layouts layouts) {
        this.accounts = accounts;
        this.words = words;
        this.layouts = layouts;
    }

    /** Where the amount of accounts in a position leads. */
    @FunctionalInterface
    interface Lead {
        String to(Position position, String codes);
    }

    /** Amounts of now and of the time compared with, and where they lead. */
    record Figures(Amounts now, @Nullable Amounts before, ReportRequest request, Lead lead) {

        /** Amounts that lead to the lines of their accounts. */
        static Figures ofLines(
                Amounts now, @Nullable Amounts before, LocalDate from, LocalDate to, ReportRequest request) {
            return new Figures(now, before, request, (position, codes) -> BookInputs.lines(codes, from, to, request));
        }
    }

    List<AccountView> chart() {
        return accounts.all();
    }

    /** The layout asked for, or the one in which more of the company's accounts find their place. */
    Layout layout(ReportRequest request, List<AccountView> chart) {
        Map<String, Layout> all = layouts.all();
        Layout asked = all.get(request.text("layout", ""));
        return asked != null
                ? asked
                : all.values().stream()
                        .min(Comparator.<Layout>comparingInt(
                                        layout -> layout.misplaced(chart).size())
                                .thenComparing(layout -> Layout.NAMES.indexOf(layout.name())))
                        .orElseThrow();
    }

    List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> inputs = new ArrayList<>();
        inputs.add(words.choice("compare", compare(request), List.of("", "year")));
        inputs.add(words.choice("layout", layout(request, chart()).name(), Layout.NAMES));
        inputs.add(words.known(request));
        inputs.add(words.tick(request, "detail"));
        inputs.add(words.tick(request, "empty"));
        return inputs;
    }

    /** Without being told otherwise beside the year before, as the law asks. */
    static String compare(ReportRequest request) {
        return request.asked().containsKey("layout") ? request.text("compare", "") : "year";
    }

    List<Column> columns(String now, @Nullable String before) {
        List<Column> columns = new ArrayList<>(
                List.of(words.text("position", "w-number"), words.text("name", ""), words.figure("amount", now, null)));
        if (before != null) {
            columns.add(words.figure("before", before, null));
        }
        return columns;
    }

    /** The positions of a part with something in them, or all. */
    List<Row> rows(Layout layout, Part part, Figures figures) {
        boolean all = figures.request().ticked("empty");
        Predicate<Position> shown = position -> all
                || (position.level() < 2 && !position.isFor(Layout.REST))
                || !figures.now().of(position).isZero()
                || (figures.before() != null && !figures.before().of(position).isZero());
        List<Row> rows = new ArrayList<>();
        for (Position position : layout.positions()) {
            if (position.part() == part && shown.test(position)) {
                rows.add(row(position, figures));
                if (figures.request().ticked("detail")) {
                    addAccounts(rows, position, figures);
                }
            }
        }
        return rows;
    }

    private static Row row(Position position, Figures figures) {
        Amounts now = figures.now();
        String codes = now.codes(position);
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(position.code()));
        cells.add(Cell.of(position.name(figures.request().language())));
        boolean head = position.isFor(Layout.HEAD);
        cells.add(
                head
                        ? Cell.EMPTY
                        : new Cell(
                                now.of(position),
                                codes.isEmpty() ? null : figures.lead().to(position, codes)));
        if (figures.before() != null) {
            cells.add(head ? Cell.EMPTY : Cell.of(figures.before().of(position)));
        }
        Style style = position.isFormula() ? Style.STRONG : position.level() == 0 ? Style.SUM : Style.PLAIN;
        return new Row(style, position.level(), cells);
    }

    private void addAccounts(List<Row> rows, Position position, Figures figures) {
        Map<String, Money> now = figures.now().accounts(position);
        Map<String, Money> before =
                figures.before() == null ? Map.of() : figures.before().accounts(position);
        TreeSet<String> codes = new TreeSet<>(now.keySet());
        codes.addAll(before.keySet());
        for (String code : codes) {
            List<Cell> cells = new ArrayList<>();
            String lead = figures.lead().to(position, code);
            cells.add(new Cell(code, lead));
            cells.add(Cell.of(figures.now().nameOf(code, figures.request().language())));
            cells.add(now.containsKey(code) ? new Cell(now.get(code), lead) : Cell.EMPTY);
            if (figures.before() != null) {
                cells.add(Cell.of(before.get(code)));
            }
            rows.add(new Row(Style.PLAIN, position.level() + 1, cells));
        }
    }

    Row total(Part part, Figures figures) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.EMPTY);
        cells.add(Cell.of(words.word("total." + part)));
        cells.add(Cell.of(figures.now().total(part)));
        if (figures.before() != null) {
            cells.add(Cell.of(figures.before().total(part)));
        }
        return new Row(Style.STRONG, 0, cells);
    }

    /** Accounts that don't land exactly once. */
    List<Note> findings(List<Layout.Misplaced> misplaced) {
        List<Note> notes = new ArrayList<>();
        for (Layout.Misplaced one : misplaced.subList(0, Math.min(NAMED, misplaced.size()))) {
            String account = one.account().code() + " " + one.account().nameEn();
            String places = String.join(
                    ", ", one.positions().stream().map(Position::code).toList());
            notes.add(new Note(
                    "bad",
                    one.positions().isEmpty()
                            ? words.word("account-lands-nowhere", account)
                            : words.word("account-lands-twice", account, places),
                    "/ledger/accounts/" + one.account().code() + "/edit",
                    words.word("account-change")));
        }
        if (misplaced.size() > NAMED) {
            notes.add(new Note("bad", words.word("accounts-misplaced", misplaced.size()), null, null));
        }
        return notes;
    }
}
