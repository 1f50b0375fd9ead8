package io.simbaerp.approval.why;

import java.util.List;
import java.util.Map;

/**
 * Why approval is asked for: the decision table, its version, what it was asked with and the rows that matched.
 *
 * @param inputs what the table was asked with, by name
 * @param rows in the table's order
 */
public record WhyAsked(String table, int version, Map<String, String> inputs, List<Row> rows) {

    /**
     * A row that matched.
     *
     * @param id as the table names it
     * @param asksFor the levels it asks for
     */
    public record Row(String id, List<String> asksFor) {

        public Row {
            asksFor = List.copyOf(asksFor);
        }

        /** Also where the table says more than the duty, such as whose cost centre. */
        boolean asksFor(String level) {
            return asksFor.stream()
                    .anyMatch(said -> said.replaceAll("[^A-Z_].*", "").equals(level));
        }
    }

    public WhyAsked {
        rows = List.copyOf(rows);
    }

    /** The same with the rows that ask for one level alone. */
    public WhyAsked forLevel(String level) {
        return new WhyAsked(
                table,
                version,
                inputs,
                rows.stream().filter(row -> row.asksFor(level)).toList());
    }
}
