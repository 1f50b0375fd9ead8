package io.simbaerp.tax;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A document's tax by VAT code: base, tax and what may be deducted of it. The tax itself is the document's; only its
 * division among codes of one rate, and the deductible share, are computed here.
 */
public record TaxBreakdown(List<Part> parts) {

    /** What one code bears. */
    public record Part(TaxCodeView code, Money base, Money tax, Money deductible) {

        /** What becomes a part of the cost. */
        public Money nonDeductible() {
            return tax.minus(deductible);
        }
    }

    /** Net amount coded with one VAT code, before the document's tax is divided. */
    public record CodedBase(TaxCodeView code, Money base) {}

    public TaxBreakdown {
        parts = List.copyOf(parts);
    }

    /**
     * Divides the tax a document states for one rate among the codes its lines were given, by their bases; what rounding
     * leaves goes to the largest.
     *
     * @param tax the document's own tax for this rate (BT-117), never recomputed
     * @param proportionPercent the company's proportion of the year
     * @throws RuleViolation tax.nothing-to-divide if there are no bases
     */
    public static TaxBreakdown divide(Money tax, List<CodedBase> bases, BigDecimal proportionPercent) {
        if (bases.isEmpty()) {
            throw new RuleViolation("tax.nothing-to-divide", tax);
        }
        BigDecimal whole = bases.stream().map(base -> base.base().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Money> shares = new ArrayList<>();
        Money rest = tax;
        for (CodedBase base : bases) {
            Money share = whole.signum() == 0
                    ? Money.zero(tax.currency())
                    : share(tax, base.base().amount(), whole);
            shares.add(share);
            rest = rest.minus(share);
        }
        int largest = indexOfLargest(bases);
        shares.set(largest, shares.get(largest).plus(rest));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            CodedBase base = bases.get(i);
            Money deductible = base.code().deduction().of(shares.get(i), proportionPercent);
            parts.add(new Part(base.code(), base.base(), shares.get(i), deductible));
        }
        return new TaxBreakdown(parts);
    }

    private static Money share(Money tax, BigDecimal base, BigDecimal whole) {
        return new Money(tax.amount().multiply(base).divide(whole, 10, RoundingMode.HALF_UP), tax.currency()).rounded();
    }

    private static int indexOfLargest(List<CodedBase> bases) {
        CodedBase largest = bases.stream()
                .max(Comparator.comparing(base -> base.base().amount().abs()))
                .orElseThrow();
        return bases.indexOf(largest);
    }
}
