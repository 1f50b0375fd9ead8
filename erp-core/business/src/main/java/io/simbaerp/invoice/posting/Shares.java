package io.simbaerp.invoice.posting;

import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Cuts an amount into parts that add up to it exactly. */
final class Shares {

    private Shares() {}

    /** Each part in proportion to its weight and rounded; what rounding leaves over goes to the largest weight. */
    static List<Money> of(Money total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> parts = new ArrayList<>();
        Money rest = total;
        for (BigDecimal weight : weights) {
            BigDecimal exact = sum.signum() == 0
                    ? BigDecimal.ZERO
                    : total.amount().multiply(weight).divide(sum, MathContext.DECIMAL128);
            Money part = new Money(Rounding.toCurrency(exact, total.currency()), total.currency());
            parts.add(part);
            rest = rest.minus(part);
        }
        if (!rest.isZero()) {
            int largest = largest(weights);
            parts.set(largest, parts.get(largest).plus(rest));
        }
        return parts;
    }

    private static int largest(List<BigDecimal> weights) {
        int largest = 0;
        for (int i = 1; i < weights.size(); i++) {
            if (weights.get(i).abs().compareTo(weights.get(largest).abs()) > 0) {
                largest = i;
            }
        }
        return largest;
    }
}
