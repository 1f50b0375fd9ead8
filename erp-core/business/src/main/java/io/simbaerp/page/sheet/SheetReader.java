package io.simbaerp.page.sheet;

import io.simbaerp.architecture.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a spreadsheet (XLSX), row by row, its cells as text. A row is handed on as soon as it is read, so
 * that the file is never unpacked into memory.
 */
public final class SheetReader {

    /** Bytes the parts may unpack to, and characters their cells may hold, shared texts counted wherever they stand. */
    public static final int MOST_UNPACKED = 50_000_000;

    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 200;

    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_DIGITS = 100;

    /** Takes a row by its number in the sheet; rows that were left out there are not handed on. */
    public interface Rows {
        void row(int number, List<String> cells) throws IOException;
    }

    private final Rows taker;
    private final List<String> texts = new ArrayList<>();
    private long left = MOST_UNPACKED;
    private List<String> row = new ArrayList<>();
    private int number;
    private int column;
    private @Nullable String type;

    private SheetReader(Rows taker) {
        this.taker = taker;
    }

    /** Whether it is an archive, as every XLSX file is. */
    public static boolean isSheet(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    /**
     * Reads it.
     *
     * @throws IOException if it is no spreadsheet, or a broken one
     * @throws RuleViolation sheet.too-large, sheet.too-long, sheet.too-wide
     */
    public static void read(byte[] file, Rows taker) throws IOException {
        // Sizes may stand at the end of the archive only, where reading it as a stream would not find them.
        Path archive = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(archive, file);
            try (ZipFile parts = new ZipFile(archive.toFile())) {
                new SheetReader(taker).read(parts);
            }
        } catch (XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new IOException("Not a spreadsheet", broken);
        } finally {
            Files.delete(archive);
        }
    }

    private void read(ZipFile parts) throws IOException, XMLStreamException {
        ZipEntry shared = parts.getEntry("xl/sharedStrings.xml");
        ZipEntry sheet = parts.stream()
                .filter(part -> part.getName().matches("xl/worksheets/sheet\\d*\\.xml"))
                .min((a, b) -> a.getName().length() != b.getName().length()
                        ? a.getName().length() - b.getName().length()
                        : a.getName().compareTo(b.getName()))
                .orElseThrow(() -> new IOException("No sheet"));
        if (shared != null) {
            try (InputStream part = new Counted(parts.getInputStream(shared))) {
                readTexts(reader(part));
            }
        }
        try (InputStream part = new Counted(parts.getInputStream(sheet))) {
            readRows(reader(part));
        }
    }

    private static XMLStreamReader reader(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(part);
    }

    /** A text may come in pieces of several looks; how it is read aloud (rPh) is no part of it. */
    private void readTexts(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean aloud = false;
        while (reader.hasNext()) {
            FileReading.goOn();
            int event = reader.next();
            String name = reader.hasName() ? reader.getLocalName() : "";
            if ("rPh".equals(name)) {
                aloud = event == XMLStreamConstants.START_ELEMENT;
            } else if (event == XMLStreamConstants.START_ELEMENT && "t".equals(name) && !aloud) {
                text.append(reader.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT && "si".equals(name)) {
                texts.add(text.toString().strip());
                text.setLength(0);
            }
        }
    }

    private void readRows(XMLStreamReader reader) throws IOException, XMLStreamException {
        while (reader.hasNext()) {
            FileReading.goOn();
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && "row".equals(reader.getLocalName())) {
                taker.row(number, row);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "row" -> beginRow(reader.getAttributeValue(null, "r"));
                case "c" -> beginCell(reader.getAttributeValue(null, "r"), reader.getAttributeValue(null, "t"));
                case "v", "t" -> write(shown(reader.getElementText().strip()));
                default -> {}
            }
        }
    }

    private void beginRow(@Nullable String said) throws IOException {
        int next = said == null ? number + 1 : Integer.parseInt(said);
        if (next <= number) {
            throw new IOException("Row " + next + " after " + number);
        }
        if (next > MOST_ROWS) {
            throw RuleViolation.ofField("file", "sheet.too-long", MOST_ROWS);
        }
        number = next;
        row = new ArrayList<>();
        column = -1;
    }

    /** C7 is the third column. */
    private void beginCell(@Nullable String address, @Nullable String cellType) {
        type = cellType;
        if (address == null) {
            column++;
            return;
        }
        int from = 0;
        for (int at = 0; at < address.length() && Character.isLetter(address.charAt(at)); at++) {
            from = Math.min(from * 26 + Character.toUpperCase(address.charAt(at)) - 'A' + 1, Short.MAX_VALUE);
        }
        column = from - 1;
    }

    private void write(String value) {
        if (value.isEmpty()) {
            return;
        }
        if (column >= MOST_COLUMNS) {
            throw RuleViolation.ofField("file", "sheet.too-wide", number, MOST_COLUMNS);
        }
        count(value.length());
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, row.get(column).isEmpty() ? value : row.get(column) + value);
    }

    private String shown(String value) {
        if ("s".equals(type)) {
            return texts.get(Integer.parseInt(value));
        }
        if ("b".equals(type)) {
            return "1".equals(value) ? "yes" : "no";
        }
        if (value.isEmpty() || (type != null && !"n".equals(type))) {
            return value;
        }
        BigDecimal figure = new BigDecimal(value).stripTrailingZeros();
        // 1E999999999 is a short way to write a very long text.
        return Math.abs((long) figure.scale()) > MOST_DIGITS ? value : figure.toPlainString();
    }

    private void count(long read) {
        left -= read;
        if (left < 0) {
            throw RuleViolation.ofField("file", "sheet.too-large", MOST_UNPACKED / MEGABYTE);
        }
    }

    /** Counts what comes out of the archive, whatever size it claims there. */
    private final class Counted extends InputStream {

        private final InputStream part;

        Counted(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            int read = part.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = part.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public void close() throws IOException {
            part.close();
        }
    }
}
