package io.simbaerp.invoice.received;

import static io.simbaerp.invoice.received.PolishSample.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineChangeTest {

    @Test
    void isTheLineAfterMinusTheLineBefore() {
        List<LineChange> changes =
                LineChange.of(List.of(line("1", "100.00", true, null), line("1", "90.00", false, null)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.net()).isEqualTo(pln("-10.00"));
            assertThat(change.line().before()).isFalse();
        });
    }

    @Test
    void isTheLineItselfWhereNothingIsCorrected() {
        assertThat(LineChange.of(List.of(line("1", "-5.00", false, null), line("2", "7.00", false, null))))
                .extracting(LineChange::net)
                .containsExactly(pln("-5.00"), pln("7.00"));
    }

    @Test
    void pairsByTheUniqueIdBeforeTheNumber() {
        List<LineChange> changes = LineChange.of(List.of(
                line("1", "1.00", true, "a"),
                line("2", "2.00", true, "b"),
                line("1", "20.00", false, "b"),
                line("2", "10.00", false, "a")));

        assertThat(changes).extracting(LineChange::net).containsExactly(pln("9.00"), pln("18.00"));
    }

    @Test
    void pairsWhicheverStateStandsFirst() {
        assertThat(LineChange.of(List.of(line("1", "90.00", false, null), line("1", "100.00", true, null))))
                .extracting(LineChange::net)
                .containsExactly(pln("-10.00"));
    }

    @Test
    void takesAwayWhatWasStruckOutAndAddsWhatIsNew() {
        assertThat(LineChange.of(List.of(
                        line("1", "30.00", true, null),
                        line("2", "4.00", false, null),
                        line(null, "1.00", true, null))))
                .extracting(LineChange::net)
                .containsExactly(pln("-30.00"), pln("4.00"), pln("-1.00"));
    }

    @Test
    void pairsEachLineOnceEvenWhereNumbersRepeat() {
        assertThat(LineChange.of(List.of(
                        line("1", "10.00", true, null),
                        line("1", "9.00", false, null),
                        line("1", "9.00", false, null))))
                .extracting(LineChange::net)
                .containsExactly(pln("-1.00"), pln("9.00"));
    }

    @Test
    void saysNothingWhereAStateHasNoAmount() {
        assertThat(LineChange.of(List.of(line("1", "10.00", true, null), line("1", null, false, null)))
                        .get(0)
                        .net())
                .isNull();
    }

    private static Money pln(String amount) {
        return Money.of(amount, "PLN");
    }
}
