package io.simbaerp.ledger.chart;

import io.simbaerp.architecture.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** A chart in the first sheet of a spreadsheet (XLSX): the same table as in CSV, line for line. */
final class SheetChart {

    private static final int MOST_UNPACKED = 50_000_000;
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_COLUMNS = 200;

    private final List<String> texts = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int column;
    private @Nullable String type;

    private SheetChart() {}

    static boolean isSheet(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /** @throws RuleViolation chart.file-unreadable, chart.file-too-large, chart.column-missing */
    static List<ChartAccount> read(byte[] file) {
        Path archive = null;
        try {
            // Sizes may stand at the end of the archive only, where reading it as a stream would not find them.
            archive = Files.createTempFile("chart", ".xlsx");
            Files.write(archive, file);
            try (ZipFile parts = new ZipFile(archive.toFile())) {
                return TableChart.read(read(parts).table());
            }
        } catch (IOException | XMLStreamException | NumberFormatException | IndexOutOfBoundsException broken) {
            throw RuleViolation.ofField("file", "chart.file-unreadable", 1);
        } finally {
            delete(archive);
        }
    }

    private static SheetChart read(ZipFile parts) throws IOException, XMLStreamException {
        SheetChart chart = new SheetChart();
        byte[] shared = part(parts, "xl/sharedStrings.xml");
        byte[] sheet = part(parts, "xl/worksheets/sheet1.xml");
        if (sheet == null) {
            throw RuleViolation.ofField("file", "chart.file-unreadable", 1);
        }
        if (shared != null) {
            chart.readTexts(reader(shared));
        }
        chart.readRows(reader(sheet));
        return chart;
    }

    private static void delete(@Nullable Path archive) {
        try {
            if (archive != null) {
                Files.deleteIfExists(archive);
            }
        } catch (IOException stays) {
            archive.toFile().deleteOnExit();
        }
    }

    private static byte @Nullable [] part(ZipFile parts, String name) throws IOException {
        ZipEntry part = parts.getEntry(name);
        if (part == null) {
            return null;
        }
        try (InputStream stream = parts.getInputStream(part)) {
            byte[] content = stream.readNBytes(MOST_UNPACKED + 1);
            if (content.length > MOST_UNPACKED) {
                throw RuleViolation.ofField("file", "chart.file-too-large");
            }
            return content;
        }
    }

    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    /** A text may come in pieces of several looks; how it is read aloud (rPh) is no part of it. */
    private void readTexts(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aloud = false;
        while (reader.hasNext()) {
            int event = reader.next();
            String name = reader.hasName() ? reader.getLocalName() : "";
            if ("rPh".equals(name)) {
                aloud = event == XMLStreamConstants.START_ELEMENT;
            } else if (event == XMLStreamConstants.START_ELEMENT && "t".equals(name) && !aloud) {
                text.append(reader.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT && "si".equals(name)) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
    }

    private void readRows(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "row" -> beginRow(reader.getAttributeValue(null, "r"));
                case "c" -> beginCell(reader.getAttributeValue(null, "r"), reader.getAttributeValue(null, "t"));
                case "v", "t" -> write(reader.getElementText());
                default -> {}
            }
        }
    }

    /** Rows that were left out stay as empty lines, so that findings name the line of the sheet. */
    private void beginRow(@Nullable String number) {
        int wanted = number == null ? rows.size() + 1 : Integer.parseInt(number);
        if (wanted > MOST_ROWS) {
            throw RuleViolation.ofField("file", "chart.file-too-large");
        }
        while (rows.size() < wanted) {
            row = new ArrayList<>();
            rows.add(row);
        }
        column = -1;
    }

    private void beginCell(@Nullable String address, @Nullable String cellType) {
        type = cellType;
        if (address == null) {
            column++;
            return;
        }
        column = 0;
        for (int at = 0; at < address.length() && Character.isLetter(address.charAt(at)); at++) {
            column = column * 26 + address.charAt(at) - 'A' + 1;
        }
        column--;
    }

    private void write(String value) {
        if (column >= MOST_COLUMNS) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, row.get(column) + shown(value));
    }

    private String shown(String value) {
        if ("s".equals(type)) {
            return texts.get(Integer.parseInt(value.strip()));
        }
        if ("b".equals(type)) {
            return "1".equals(value) ? "yes" : "no";
        }
        return type == null || "n".equals(type)
                ? new BigDecimal(value.strip()).stripTrailingZeros().toPlainString()
                : value;
    }

    private byte[] table() throws IOException {
        StringBuilder table = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setRecordSeparator("\n")
                .get();
        for (List<String> cells : rows) {
            if (cells.stream().allMatch(String::isBlank)) {
                table.append('\n');
            } else {
                format.printRecord(
                        table,
                        cells.stream()
                                .map(cell -> cell.replaceAll("\\s*[\\r\\n]+\\s*", " "))
                                .toArray());
            }
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }
}
