package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Splits lines that name distribution keys where a value would stand. */
public final class LineSplit {

    /** What a key's code begins with where a value would stand. */
    public static final String MARK = "%";

    private final Function<String, Optional<Distributions.Key>> keys;

    LineSplit(Function<String, Optional<Distributions.Key>> keys) {
        this.keys = keys;
    }

    /** By these keys. */
    public static LineSplit by(List<Distributions.Key> keys) {
        return new LineSplit(code ->
                keys.stream().filter(key -> key.named().code().equals(code)).findFirst());
    }

    /** Whether a line with these names a key. */
    public static boolean namesKey(@Nullable String costCentre, Map<String, String> dimensions) {
        return isKey(costCentre) || dimensions.values().stream().anyMatch(LineSplit::isKey);
    }

    static boolean isKey(@Nullable String number) {
        return number != null && number.startsWith(MARK);
    }

    /**
     * The parts of a line, or the line itself if it names no key.
     *
     * @param number the line's, counted from 1
     * @throws RuleViolation of distribution: unknown, inactive, of-other-axis, open-item
     */
    public List<LineDraft> of(LineDraft line, int number, LocalDate day) {
        List<LineDraft> parts = new ArrayList<>();
        split(line, number, day, parts);
        return parts;
    }

    /**
     * The same lines, those that name keys split by them.
     *
     * @throws RuleViolation what {@link #of} refuses
     */
    public List<LineDraft> all(List<LineDraft> lines, LocalDate day) {
        List<LineDraft> parts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            parts.addAll(of(lines.get(i), i + 1, day));
        }
        return parts;
    }

    private void split(LineDraft line, int number, LocalDate day, List<LineDraft> into) {
        String costCentre = line.costCentre();
        String axis = isKey(costCentre)
                ? ""
                : line.dimensions().entrySet().stream()
                        .filter(named -> isKey(named.getValue()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        if (axis == null) {
            into.add(line);
            return;
        }
        String code =
                axis.isEmpty() ? String.valueOf(costCentre) : line.dimensions().getOrDefault(axis, "");
        Distributions.Key key = key(code.substring(MARK.length()), number, day);
        if (!axis.equals(key.axis() == null ? "" : key.axis())) {
            throw RuleViolation.ofField("lines[" + (number - 1) + "]", "distribution.of-other-axis", number, code);
        }
        if (line.openItem()) {
            throw RuleViolation.ofField("lines[" + (number - 1) + "]", "distribution.open-item", number);
        }
        parts(line, key).forEach(part -> split(part, number, day, into));
    }

    private Distributions.Key key(String code, int number, LocalDate day) {
        String field = "lines[" + (number - 1) + "]";
        Distributions.Key key =
                keys.apply(code).orElseThrow(() -> RuleViolation.ofField(field, "distribution.unknown", number, code));
        if (!key.inUse(day)) {
            throw RuleViolation.ofField(field, "distribution.inactive", number, code, day);
        }
        return key;
    }

    /** Parts of which no cent is lost; a part too small to be anything goes with the largest. */
    private static List<LineDraft> parts(LineDraft line, Distributions.Key key) {
        List<BigDecimal> percents =
                key.parts().stream().map(DistributionDraft.Part::percent).toList();
        List<Money> amounts = Distributions.share(line.amount(), percents);
        Money transaction = line.transactionAmount();
        List<Money> transactions = transaction == null ? List.of() : Distributions.share(transaction, percents);
        List<LineDraft> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            Money part = amounts.get(i);
            Money transactionPart = transactions.isEmpty() ? null : transactions.get(i);
            if (!part.isZero()) {
                parts.add(named(line, key, key.parts().get(i).number(), part, transactionPart));
            }
        }
        return parts;
    }

    private static LineDraft named(
            LineDraft line, Distributions.Key key, String number, Money part, @Nullable Money transactionPart) {
        if (key.axis() == null) {
            return line.with(part, transactionPart, number, line.dimensions());
        }
        Map<String, String> dimensions = new TreeMap<>(line.dimensions());
        dimensions.put(key.axis(), number);
        return line.with(part, transactionPart, line.costCentre(), dimensions);
    }
}
