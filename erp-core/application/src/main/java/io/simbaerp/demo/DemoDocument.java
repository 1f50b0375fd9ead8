package io.simbaerp.demo;

import io.simbaerp.invoice.received.polish.KsefNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A document of the demo: what it says and what becomes of it.
 *
 * @param name names it and its file
 * @param received the day it reached us
 * @param issued the day of issue
 * @param due the day of payment, if it names one
 * @param number the supplier's number; the title of a document that is no invoice
 * @param lines what it charges for; the sentences of a document that is no invoice
 * @param steps what is done about it, in this order; after the last one it waits
 * @param terms what else is special about it, such as the currency
 */
record DemoDocument(
        String name,
        DemoSupplier supplier,
        Format format,
        LocalDate received,
        LocalDate issued,
        @Nullable LocalDate due,
        String number,
        List<String> lines,
        List<DemoStep> steps,
        Map<String, String> terms) {

    /** What the file is. */
    enum Format {
        UBL("xml"),
        CII("xml"),
        FA("xml"),
        /** An e-invoice that breaks off in the middle. */
        BROKEN("xml"),
        /** A PDF that carries the invoice as CII. */
        ZUGFERD("pdf"),
        PDF("pdf"),
        PNG("png");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    /** All of the demo company, as they came in, told from the day it was founded. */
    static List<DemoDocument> all(LocalDate founded) {
        return all(founded, "documents.csv");
    }

    /** Those of the office's client. */
    static List<DemoDocument> ofClient(LocalDate founded) {
        return all(founded, "client.csv");
    }

    private static List<DemoDocument> all(LocalDate founded, String table) {
        Map<String, DemoSupplier> suppliers = DemoSupplier.all();
        return DemoTable.rows(table).stream()
                .map(row -> of(row, suppliers, founded))
                .toList();
    }

    private static DemoDocument of(CSVRecord row, Map<String, DemoSupplier> suppliers, LocalDate founded) {
        LocalDate received = founded.minusDays(Long.parseLong(row.get("received")));
        LocalDate issued = received.minusDays(Long.parseLong(row.get("issued")));
        int days = Integer.parseInt(row.get("due"));
        return new DemoDocument(
                row.get("name"),
                Optional.ofNullable(suppliers.get(row.get("supplier"))).orElseThrow(),
                Format.valueOf(row.get("format")),
                received,
                issued,
                days == 0 ? null : issued.plusDays(days),
                row.get("number")
                        .replace("{yyyy}", String.valueOf(issued.getYear()))
                        .replace("{mm}", "%02d".formatted(issued.getMonthValue())),
                List.of(row.get("lines").split(" \\+ ")),
                DemoStep.path(row.get("path")),
                terms(row.get("terms")));
    }

    private static Map<String, String> terms(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split(" (?=[a-z]+(=|$| ))"))
                        .map(term -> term.split("=", 2))
                        .collect(Collectors.toMap(term -> term[0], term -> term.length > 1 ? term[1] : ""));
    }

    /** Whether a term is given. */
    boolean is(String term) {
        return terms.containsKey(term);
    }

    /** A term's value. */
    Optional<String> term(String term) {
        return Optional.ofNullable(terms.get(term));
    }

    String fileName() {
        return name + "." + format.ending;
    }

    /** Its number in KSeF, invented, if it came from there. */
    Optional<String> ksefNumber() {
        return format == Format.FA
                ? Optional.of(KsefNumber.of(
                        supplier.taxId().substring(2), received, "%012X".formatted(name.hashCode() & 0xFFFFFFFFL)))
                : Optional.empty();
    }
}
