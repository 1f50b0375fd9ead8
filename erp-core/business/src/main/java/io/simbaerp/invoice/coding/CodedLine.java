package io.simbaerp.invoice.coding;

import io.simbaerp.money.Money;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    CodedLine sharedAs(List<Share> others) {
        return new CodedLine(line, account, costCentre, dimensions, taxCode, net, others);
    }
}
