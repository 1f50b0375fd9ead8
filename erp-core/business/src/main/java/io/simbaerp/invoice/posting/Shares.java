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

    /**
     * Each part rounded; what rounding leaves over goes to the largest weight. Weights of one sign share in proportion.
     * Where signs differ, as when advances are taken off or a line is given back, the sum of the weights says nothing
     * about a part: each gets what its weight bears.
     *
     * @param perUnit what one unit of weight bears
     */
    static List<Money> of(Money total, List<BigDecimal> weights, BigDecimal perUnit) {
        boolean oneSign = weights.stream().noneMatch(weight -> weight.signum() < 0)
                || weights.stream().noneMatch(weight -> weight.signum() > 0);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> parts = new ArrayList<>();
        Money rest = total;
        for (BigDecimal weight : weights) {
            Money part = oneSign ? proportion(total, weight, sum) : rounded(weight.multiply(perUnit), total);
            parts.add(part);
            rest = rest.minus(part);
        }
        if (!rest.isZero()) {
            int largest = largest(weights);
            parts.set(largest, parts.get(largest).plus(rest));
        }
        return parts;
    }

    private static Money proportion(Money total, BigDecimal weight, BigDecimal sum) {
        return rounded(
                sum.signum() == 0
                        ? BigDecimal.ZERO
                        : total.amount().multiply(weight).divide(sum, MathContext.DECIMAL128),
                total);
    }

    private static Money rounded(BigDecimal amount, Money like) {
        return new Money(Rounding.toCurrency(amount, like.currency()), like.currency());
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
