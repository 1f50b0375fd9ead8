package io.simbaerp.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaxBreakdownTest {

    private static final BigDecimal PROPORTION = BigDecimal.valueOf(83);

    @Test
    void theDocumentsTaxIsDividedByTheBases() {
        TaxBreakdown breakdown = TaxBreakdown.divide(
                pln("23.01"),
                List.of(base(Deduction.FULL, "33.33"), base(Deduction.HALF, "33.34"), base(Deduction.NONE, "33.33")),
                PROPORTION);
        assertThat(breakdown.parts())
                .extracting(
                        part -> part.tax().amount() + " " + part.deductible().amount() + " "
                                + part.nonDeductible().amount())
                .containsExactly("7.67 7.67 0.00", "7.67 3.84 3.83", "7.67 0.00 7.67");
    }

    @Test
    void whatRoundingLeavesGoesToTheLargest() {
        TaxBreakdown breakdown = TaxBreakdown.divide(
                pln("0.02"),
                List.of(base(Deduction.FULL, "10"), base(Deduction.FULL, "11"), base(Deduction.FULL, "10")),
                PROPORTION);
        assertThat(breakdown.parts())
                .extracting(part -> part.tax().amount().toPlainString())
                .containsExactly("0.01", "0.00", "0.01");
    }

    @Test
    void theProportionOfTheYearDecidesWhatIsDeductible() {
        assertThat(Deduction.PROPORTION.of(pln("100.00"), PROPORTION)).isEqualTo(pln("83.00"));
        assertThat(Deduction.HALF.of(pln("0.01"), PROPORTION)).isEqualTo(pln("0.01"));
        assertThat(Deduction.FULL.of(pln("-7.00"), PROPORTION)).isEqualTo(pln("-7.00"));
        assertThat(Deduction.NONE.of(pln("7.00"), PROPORTION)).isEqualTo(pln("0.00"));
    }

    @Test
    void nothingIsLostWhateverTheAmounts() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<TaxBreakdown.CodedBase> bases = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                Deduction deduction = Deduction.values()[random.nextInt(4)];
                bases.add(base(
                        deduction,
                        BigDecimal.valueOf(random.nextInt(200_000) - 20_000, 2).toPlainString()));
            }
            Money tax =
                    pln(BigDecimal.valueOf(random.nextInt(100_000) - 10_000, 2).toPlainString());
            TaxBreakdown breakdown = TaxBreakdown.divide(tax, bases, PROPORTION);
            Money sum = Money.zero(tax.currency());
            for (TaxBreakdown.Part part : breakdown.parts()) {
                sum = sum.plus(part.deductible()).plus(part.nonDeductible());
            }
            assertThat(sum).isEqualTo(tax);
        }
    }

    @Test
    void taxWithoutLinesIsRefused() {
        assertThatThrownBy(() -> TaxBreakdown.divide(pln("1.00"), List.of(), PROPORTION))
                .hasMessageContaining("tax.nothing-to-divide");
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }

    private static TaxBreakdown.CodedBase base(Deduction deduction, String amount) {
        TaxCodeView code = new TaxCodeView(
                "Z23",
                TaxKind.DOMESTIC,
                BigDecimal.valueOf(23),
                deduction,
                "x",
                "x",
                null,
                null,
                "K_42",
                "K_43",
                null,
                "223-01",
                null,
                true,
                false,
                LocalDate.EPOCH,
                null);
        return new TaxBreakdown.CodedBase(code, pln(amount));
    }
}
