package io.simbaerp.ledger.dimension;

import io.simbaerp.architecture.RuleViolation;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A distribution key as somebody wants it.
 *
 * @param axis the code of the axis it splits over, or nothing for cost centres
 * @param parts who takes how much; together a hundred percent
 */
public record DistributionDraft(NamedDraft named, @Nullable String axis, List<Part> parts) {

    private static final int DECIMALS = 6;

    public DistributionDraft {
        parts = List.copyOf(parts);
    }

    /** The number of a value or cost centre, and its percentage. */
    public record Part(String number, BigDecimal percent) {}

    /** @throws RuleViolation of axis: code-wrong, name-missing, days-out-of-order; of distribution: percent-wrong,
     *     value-twice, not-a-hundred */
    DistributionDraft checked() {
        named.checked("[0-9A-Z][0-9A-Z_-]{0,19}");
        Set<String> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Part part : parts) {
            if (part.percent().signum() <= 0
                    || part.percent().stripTrailingZeros().scale() > DECIMALS
                    || part.percent().compareTo(Distributions.HUNDRED) > 0) {
                throw RuleViolation.ofField("parts", "distribution.percent-wrong", part.percent(), part.number());
            }
            if (!seen.add(part.number())) {
                throw RuleViolation.ofField("parts", "distribution.value-twice", part.number());
            }
            sum = sum.add(part.percent());
        }
        if (sum.compareTo(Distributions.HUNDRED) != 0) {
            throw RuleViolation.ofField("parts", "distribution.not-a-hundred", sum);
        }
        return this;
    }
}
