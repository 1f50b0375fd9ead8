package io.simbaerp.invoice.coding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often accounts, cost centres and VAT codes were used for a supplier lately: what is looked for first. */
@Component
public class UsedBefore {

    /**
     * Lines in the books, by code.
     *
     * @param dimensions by the codes of axes and then by number
     */
    public record Counts(
            Map<String, Integer> accounts,
            Map<String, Integer> costCentres,
            Map<String, Map<String, Integer>> dimensions,
            Map<String, Integer> taxCodes) {

        public static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of(), Map.of());
    }

    private final CodingHistory history;

    UsedBefore(CodingHistory history) {
        this.history = history;
    }

    public Counts of(@Nullable UUID supplierId) {
        if (supplierId == null) {
            return Counts.NONE;
        }
        List<PostedLine> lines = history.of(supplierId);
        return new Counts(
                counted(lines, PostedLine::account),
                counted(lines, PostedLine::costCentre),
                dimensions(lines),
                counted(lines, PostedLine::taxCode));
    }

    private static Map<String, Map<String, Integer>> dimensions(List<PostedLine> lines) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        lines.forEach(line -> line.dimensions()
                .forEach((axis, number) ->
                        counts.computeIfAbsent(axis, none -> new HashMap<>()).merge(number, 1, Integer::sum)));
        return counts;
    }

    private static Map<String, Integer> counted(List<PostedLine> lines, Function<PostedLine, @Nullable String> code) {
        return lines.stream()
                .map(code)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Function.identity(), one -> 1, Integer::sum));
    }
}
