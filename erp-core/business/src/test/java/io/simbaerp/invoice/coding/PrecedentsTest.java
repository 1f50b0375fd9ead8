package io.simbaerp.invoice.coding;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which posted line a line follows that names neither item, words nor VAT. */
class PrecedentsTest {

    private static final CodableLine TOTAL = new CodableLine("V1", "", Money.of("81.30", "PLN"), null, null);

    @Test
    void aTotalThatStandsAloneFollowsTheLastSuchTotalAndNoDifferenceOrCharge() {
        Precedents past = new Precedents(List.of(
                posted(CodableLine.DIFFERENCE, "755", "NP"),
                posted("O1", "249", "NP"),
                posted("V1", "402-03", "ZW"),
                posted("V1", "402-90", "NP")));
        assertThat(past.of(TOTAL, any -> true)).hasValueSatisfying(found -> {
            assertThat(found.line().account()).isEqualTo("402-03");
            assertThat(found.precedent().basis()).isEqualTo(Precedent.Basis.SAME_TAX);
            assertThat(found.precedent().times()).isEqualTo(1);
            assertThat(found.precedent().of()).isEqualTo(2);
        });
        assertThat(past.taxCode(TOTAL, any -> true)).hasValue("ZW");
    }

    @Test
    void withoutSuchATotalBeforeItFollowsNothing() {
        Precedents past =
                new Precedents(List.of(posted(CodableLine.DIFFERENCE, "755", "NP"), posted("O1", "249", "NP")));
        assertThat(past.of(TOTAL, any -> true)).isEmpty();
        assertThat(past.taxCode(TOTAL, any -> true)).isEmpty();
    }

    private static PostedLine posted(String key, String account, String taxCode) {
        return new PostedLine(
                UUID.randomUUID(),
                "FV/1",
                LocalDate.of(2026, 11, 20),
                key,
                LineText.of(""),
                null,
                null,
                null,
                account,
                null,
                Map.of(),
                taxCode);
    }
}
