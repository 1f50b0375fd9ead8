package io.simbaerp.reporting.books;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journal: entries in the order of their numbers with a turnover that grows from one to the next (art. 14). */
@Query(Duty.VIEW_LEDGER)
class JournalReport implements Report {

    private static final int LINES_OF_AN_ENTRY = 3;

    private final Journal journal;
    private final JournalEntries entries;
    private final BookInputs inputs;
    private final ReportWords words;

    JournalReport(Journal journal, JournalEntries entries, BookInputs inputs, ReportWords words) {
        this.journal = journal;
        this.entries = entries;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Shelf shelf() {
        return Shelf.BOOKS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput.Option> options = new ArrayList<>();
        options.add(new ReportInput.Option("", words.word("journal.none")));
        entries.journals()
                .forEach(book -> options.add(
                        new ReportInput.Option(book.code(), book.code() + " " + book.name(request.language()))));
        List<ReportInput> all = new ArrayList<>(words.period(inputs.from(request), inputs.to(request)));
        all.add(words.choiceOf("journal", request.text("journal", ""), options));
        all.add(words.known(request));
        return all;
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate from = inputs.from(request);
        LocalDate to = inputs.to(request);
        Extract extract = new Extract(null, request.moment("known"));
        Journal.Filter filter = new Journal.Filter(request.text("journal"), from, to, extract);
        Page<Journal.Entry> page = journal.entries(filter, request.after(), Math.max(1, limit / LINES_OF_AN_ENTRY));
        return new ReportTable(
                inputs.facts(from, to, extract),
                null,
                columns(),
                rows(page.items(), filter, request.language()),
                List.of(),
                List.of(),
                page.next());
    }

    private List<Column> columns() {
        return List.of(
                words.text("entry", "w-number"),
                words.date("postingDate"),
                words.date("documentDate"),
                words.text("account", "w-code"),
                words.text("text", ""),
                words.text("document", "w-number"),
                words.figure("debit"),
                words.figure("credit"),
                words.figure("turnover"));
    }

    private List<Row> rows(List<Journal.Entry> shown, Journal.Filter filter, String language) {
        Map<UUID, List<Journal.Line>> lines = journal.lines(shown);
        Money turnover = Money.zero(CurrencyCode.of(inputs.currency()));
        String book = "";
        List<Row> rows = new ArrayList<>();
        for (Journal.Entry entry : shown) {
            if (!entry.book().equals(book)) {
                book = entry.book();
                turnover = rows.isEmpty() ? journal.turnoverBefore(filter, entry) : turnover.minus(turnover);
            }
            turnover = turnover.plus(entry.total());
            rows.add(head(entry, turnover));
            lines.getOrDefault(entry.id().value(), List.of()).forEach(line -> rows.add(line(entry, line, language)));
        }
        return rows;
    }

    private static Row head(Journal.Entry entry, Money turnover) {
        return Row.of(
                Style.SUM,
                0,
                new Cell(entry.fullNumber(), "/ledger/entries/" + entry.id().value()),
                Cell.of(entry.postingDate()),
                Cell.of(entry.documentDate()),
                Cell.EMPTY,
                Cell.of(entry.narration()),
                Cell.document(entry.documentNumber(), entry.documentId()),
                Cell.of(entry.total()),
                Cell.of(entry.total()),
                Cell.of(turnover));
    }

    private static Row line(Journal.Entry entry, Journal.Line line, String language) {
        String text = line.name(language) + (line.text() == null ? "" : " · " + line.text());
        return Row.of(
                Style.PLAIN,
                1,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                new Cell(
                        line.account(),
                        "/reports/account-statement?account=" + line.account() + "&from="
                                + entry.postingDate().withDayOfMonth(1) + "&to="
                                + entry.postingDate()
                                        .withDayOfMonth(entry.postingDate().lengthOfMonth())),
                Cell.of(text),
                Cell.EMPTY,
                Cell.unlessNil(line.debit(), null),
                Cell.unlessNil(line.credit(), null),
                Cell.EMPTY);
    }
}
