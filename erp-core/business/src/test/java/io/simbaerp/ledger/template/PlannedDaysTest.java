package io.simbaerp.ledger.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedDaysTest {

    @ParameterizedTest
    @CsvSource({
        "1200.00, 2026-01-01, 2026-12-31, false, 100.00",
        "100.00, 2026-11-01, 2027-01-31, false, 33.33",
        "365.00, 2026-01-01, 2026-12-31, true, 31.00",
        "10.00, 2026-11-20, 2026-11-30, true, 10.00",
        "366.00, 2028-01-15, 2029-01-14, true, 17.00",
    })
    void spreadsByMonthsOrDays(String whole, LocalDate from, LocalDate to, boolean byDays, String first) {
        List<PlannedDays.PlannedDay> days = PlannedDays.spread(Money.of(whole, "PLN"), from, to, byDays);
        assertThat(days.get(0).amount()).isEqualTo(Money.of(first, "PLN"));
        assertThat(days.get(days.size() - 1).due()).isEqualTo(to);
        assertThat(sum(days)).isEqualTo(Money.of(whole, "PLN"));
    }

    @Test
    void whateverIsSpreadMakesTheWholeAndNoPartIsFarFromTheOthers() {
        Random random = new Random(20261123);
        for (int i = 0; i < 2000; i++) {
            Money whole = new Money(BigDecimal.valueOf(5_000 + random.nextInt(100_000_000), 2), pln());
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
            LocalDate to = from.plusDays(random.nextInt(1500));
            for (boolean byDays : new boolean[] {true, false}) {
                List<PlannedDays.PlannedDay> days;
                try {
                    days = PlannedDays.spread(whole, from, to, byDays);
                } catch (RuleViolation tooLittle) {
                    assertThat(tooLittle.rule()).isEqualTo("entry-plan.part-too-small");
                    continue;
                }
                assertThat(sum(days)).isEqualTo(whole);
                assertThat(days).noneMatch(day -> day.amount().isNegative());
                if (!byDays) {
                    assertThat(days.get(0).amount().hundredths()
                                    - days.get(days.size() / 2).amount().hundredths())
                            .isBetween(-1L, 1L);
                }
            }
        }
    }

    @Test
    void refusesWhatLeavesAMonthWithNothing() {
        assertThatThrownBy(() -> PlannedDays.spread(
                        Money.of("0.05", "PLN"), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), false))
                .hasMessageContaining("entry-plan.part-too-small");
        assertThatThrownBy(() -> PlannedDays.spread(
                        Money.of("1000000", "PLN"), LocalDate.of(2026, 1, 1), LocalDate.of(2126, 12, 31), false))
                .hasMessageContaining("entry-plan.too-long");
    }

    private static CurrencyCode pln() {
        return CurrencyCode.of("PLN");
    }

    private static Money sum(List<PlannedDays.PlannedDay> days) {
        return days.stream()
                .map(PlannedDays.PlannedDay::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
