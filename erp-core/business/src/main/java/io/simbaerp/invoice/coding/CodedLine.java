package io.simbaerp.invoice.coding;

import io.simbaerp.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice, or a part of one, and where it goes.
 *
 * @param line the key of the {@link CodableLine}
 * @param costCentre its number, or {@code %} and the code of a distribution key
 * @param dimensions numbers of values, or distribution keys, by the codes of their axes
 * @param shares what distribution keys made of it when it was coded; none without a key
 */
public record CodedLine(
        String line,
        String account,
        @Nullable String costCentre,
        Map<String, String> dimensions,
        String taxCode,
        Money net,
        List<Share> shares) {

    public CodedLine {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        shares = List.copyOf(shares);
    }

    /** A line that goes to one place. */
    public CodedLine(
            String line,
            String account,
            @Nullable String costCentre,
            Map<String, String> dimensions,
            String taxCode,
            Money net) {
        this(line, account, costCentre, dimensions, taxCode, net, List.of());
    }

    /** A share of a line as a distribution key makes it. */
    public record Share(@Nullable String costCentre, Map<String, String> dimensions, Money net) {

        public Share {
            dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        }
    }

    /** Where it goes in the books: its shares, or itself as the only one. */
    public List<Share> places() {
        return shares.isEmpty() ? List.of(new Share(costCentre, dimensions, net)) : shares;
    }

    /** Its places as lines of their own. */
    public Stream<CodedLine> apart() {
        return places().stream()
                .map(place ->
                        new CodedLine(line, account, place.costCentre(), place.dimensions(), taxCode, place.net()));
    }

    /** What it is called where its cost centre's owner decides about it: {@code 1 320} for line 1 at cost centre 320. */
    public String unit() {
        return costCentre == null ? line : line + " " + costCentre;
    }

    CodedLine sharedAs(List<Share> others) {
        return new CodedLine(line, account, costCentre, dimensions, taxCode, net, others);
    }
}
