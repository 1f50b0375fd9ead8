package io.simbaerp.reporting.books;

import io.simbaerp.ledger.report.GeneralLedger;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns and rows that general ledger and statement share: a line with the balance after it. */
final class LedgerLines {

    private LedgerLines() {}

    static List<Column> columns(ReportWords words) {
        return List.of(
                words.date("postingDate"),
                words.text("entry", "w-number"),
                words.text("text", ""),
                words.text("document", "w-number"),
                words.text("contra", "w-state"),
                words.figure("debit"),
                words.figure("credit"),
                words.figure("balance"));
    }

    static Row line(GeneralLedger.Line line, Money balance) {
        String text = line.text() == null ? line.narration() : line.narration() + ", " + line.text();
        return Row.of(
                Style.PLAIN,
                0,
                Cell.of(line.postingDate()),
                new Cell(line.entryNumber(), "/ledger/entries/" + line.entryId().value()),
                Cell.of(text),
                Cell.document(line.documentNumber(), line.documentId()),
                Cell.of(line.contra()),
                Cell.unlessNil(line.debit(), null),
                Cell.unlessNil(line.credit(), null),
                Cell.of(balance));
    }

    /** A row that says what stands there: balance alone, or what moved too. */
    static Row sum(
            Style style,
            @Nullable Object first,
            @Nullable String href,
            String text,
            @Nullable Money debit,
            @Nullable Money credit,
            Money balance) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(first, href));
        cells.add(Cell.EMPTY);
        cells.add(Cell.of(text));
        cells.add(Cell.EMPTY);
        cells.add(Cell.EMPTY);
        cells.add(Cell.of(debit));
        cells.add(Cell.of(credit));
        cells.add(Cell.of(balance));
        return new Row(style, 0, cells);
    }
}
