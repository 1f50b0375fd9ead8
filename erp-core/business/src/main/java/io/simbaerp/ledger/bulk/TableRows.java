package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, or of the first sheet of an XLSX file, by their numbers there; cells as text. */
final class TableRows {

    private static final int MOST_UNPACKED = 400_000_000;

    private TableRows() {}

    /** @throws RuleViolation entry-upload.file-unreadable */
    static Map<Integer, List<String>> read(byte[] file) {
        try {
            return file.length > 3 && file[0] == 'P' && file[1] == 'K' ? sheet(file) : table(file);
        } catch (IOException
                | UncheckedIOException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException unreadable) {
            throw RuleViolation.ofField("file", "entry-upload.file-unreadable");
        }
    }

    private static Map<Integer, List<String>> table(byte[] file) throws IOException {
        String text = text(file);
        String head = text.lines().findFirst().orElse("");
        char delimiter = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        Map<Integer, List<String>> rows = new TreeMap<>();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                rows.put((int) parser.getCurrentLineNumber(), record.toList());
            }
        }
        return rows;
    }

    private static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1250"));
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Map<Integer, List<String>> sheet(byte[] file) throws IOException, XMLStreamException {
        Map<String, byte[]> parts = parts(file);
        String first = parts.keySet().stream()
                .filter(name -> name.startsWith("xl/worksheets/"))
                .min((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                .orElseThrow(() -> new IOException("no sheet"));
        byte[] shared = parts.get("xl/sharedStrings.xml");
        byte[] cells = parts.getOrDefault(first, new byte[0]);
        return cells(new ByteArrayInputStream(cells), shared == null ? List.of() : texts(shared));
    }

    /** Through a file: some writers leave sizes to the end of the archive, where a stream doesn't find them. */
    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        Path archive = Files.createTempFile("entries", ".xlsx");
        try {
            Files.write(archive, file);
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                int left = MOST_UNPACKED;
                for (ZipEntry part : Collections.list(zip.entries())) {
                    if (part.getName().equals("xl/sharedStrings.xml")
                            || part.getName().matches("xl/worksheets/sheet\\d*\\.xml")) {
                        byte[] content = zip.getInputStream(part).readNBytes(left);
                        left -= content.length;
                        parts.put(part.getName(), content);
                    }
                }
            }
        } finally {
            Files.delete(archive);
        }
        return parts;
    }

    private static List<String> texts(byte[] shared) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        XMLStreamReader xml = reader(new ByteArrayInputStream(shared));
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                text.append(xml.getElementText());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        return texts;
    }

    private static Map<Integer, List<String>> cells(InputStream sheet, List<String> shared) throws XMLStreamException {
        Map<Integer, List<String>> rows = new TreeMap<>();
        XMLStreamReader xml = reader(sheet);
        List<String> row = List.of();
        String type = "";
        int column = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> row = begun(rows, xml.getAttributeValue(null, "r"));
                case "c" -> {
                    String address = xml.getAttributeValue(null, "r");
                    String said = xml.getAttributeValue(null, "t");
                    type = said == null ? "" : said;
                    column = address == null ? row.size() : column(address);
                }
                case "v", "t" -> {
                    String value = xml.getElementText();
                    set(row, column, type.equals("s") ? shared.get(Integer.parseInt(value)) : value);
                }
                default -> {}
            }
        }
        return rows;
    }

    private static List<String> begun(Map<Integer, List<String>> rows, @Nullable String number) {
        List<String> row = new ArrayList<>();
        rows.put(number == null ? rows.size() + 1 : Integer.parseInt(number), row);
        return row;
    }

    private static void set(List<String> row, int column, String value) {
        if (column > 1000) {
            throw new IllegalArgumentException("Too many columns");
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, row.get(column) + value.strip());
    }

    /** C7 is the third column. */
    private static int column(String address) {
        int column = 0;
        for (int at = 0; at < address.length() && Character.isLetter(address.charAt(at)); at++) {
            column = column * 26 + (Character.toUpperCase(address.charAt(at)) - 'A' + 1);
        }
        return column - 1;
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }
}
