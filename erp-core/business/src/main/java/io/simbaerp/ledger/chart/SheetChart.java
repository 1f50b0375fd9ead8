package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.sheet.SheetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** A chart in the first sheet of a spreadsheet (XLSX): the same table as in CSV, line for line. */
final class SheetChart {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator("\n")
            .get();

    private final StringBuilder table = new StringBuilder();
    private int lines;

    private SheetChart() {}

    /** @throws RuleViolation chart.file-unreadable, chart.column-missing, sheet.too-large, sheet.too-long, sheet.too-wide */
    static List<ChartAccount> read(byte[] file) {
        SheetChart chart = new SheetChart();
        try {
            SheetReader.read(file, chart::add);
        } catch (IOException broken) {
            throw RuleViolation.ofField("file", "chart.file-unreadable", 1);
        }
        return TableChart.read(chart.table.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Rows that were left out stay as empty lines, so that findings name the line of the sheet. */
    private void add(int number, List<String> cells) throws IOException {
        while (lines < number - 1) {
            table.append('\n');
            lines++;
        }
        if (cells.stream().allMatch(String::isBlank)) {
            table.append('\n');
        } else {
            FORMAT.printRecord(
                    table,
                    cells.stream()
                            .map(cell -> cell.replaceAll("\\s*[\\r\\n]+\\s*", " "))
                            .toArray());
        }
        lines++;
    }
}
