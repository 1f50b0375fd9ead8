package io.simbaerp.approval.why;

import io.simbaerp.approval.round.Seat;
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
     * @param asksFor what it says
     * @param seats the keys of the seats it asks
     */
    public record Row(String id, List<String> asksFor, List<String> seats) {

        public Row {
            asksFor = List.copyOf(asksFor);
            seats = List.copyOf(seats);
        }
    }

    public WhyAsked {
        rows = List.copyOf(rows);
    }

    /** The same with the rows alone that ask one seat. */
    public WhyAsked forSeat(Seat seat) {
        return new WhyAsked(
                table,
                version,
                inputs,
                rows.stream().filter(row -> row.seats().contains(seat.key())).toList());
    }
}
