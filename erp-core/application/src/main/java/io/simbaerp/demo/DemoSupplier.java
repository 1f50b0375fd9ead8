package io.simbaerp.demo;

import io.simbaerp.invoice.received.PostalAddress;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;

/**
 * An invented supplier. Its tax id begins with the number of a tax office, its account with that of a bank, which do not
 * exist; check digits are right, so that the file obeys the rules.
 *
 * @param taxId with the country's prefix where it has one
 * @param account IBAN; empty if it has none
 */
record DemoSupplier(
        String key, String name, String taxId, PostalAddress address, String country, String account, Master master) {

    /** What our master data know of it. */
    enum Master {
        /** The supplier and its account, which a second person confirmed. */
        CONFIRMED,
        /** The supplier and its account, which nobody has confirmed yet. */
        PROPOSED,
        /** The supplier alone. */
        NONE,
        /** Nothing. */
        UNKNOWN
    }

    /** All of them by key. */
    static Map<String, DemoSupplier> all() {
        return DemoTable.rows("suppliers.csv").stream()
                .map(DemoSupplier::of)
                .collect(Collectors.toMap(DemoSupplier::key, Function.identity()));
    }

    private static DemoSupplier of(CSVRecord row) {
        return new DemoSupplier(
                row.get("key"),
                row.get("name"),
                row.get("taxId"),
                new PostalAddress(
                        row.get("street"), null, null, row.get("city"), row.get("postCode"), null, row.get("country")),
                row.get("country"),
                row.get("account"),
                Master.valueOf(row.get("master").toUpperCase(java.util.Locale.ROOT)));
    }

    boolean isPolish() {
        return country.equals("PL");
    }
}
