package io.simbaerp.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Entries as nobody would write them: mostly sound, otherwise broken in one of the ways the rules know. */
final class RandomEntries {

    static final String CLOSED_COST_CENTRE = "100";
    private static final UUID PARTY = UUID.fromString("22222222-2222-7222-8222-222222222222");

    private RandomEntries() {}

    /** A line; the side decides where its amount stands. */
    record RandomLine(
            String account,
            Side side,
            BigDecimal amount,
            @Nullable UUID party,
            @Nullable String costCentre,
            boolean openItem) {}

    /** An entry with the period it names, which may be the wrong one. */
    record RandomEntry(String journal, LocalDate day, String period, EntryKind kind, List<RandomLine> lines) {}

    static Arbitrary<RandomEntry> entries() {
        Arbitrary<String> journals = Arbitraries.of("PK", "PK", "ZK", "BK");
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 75).map(LocalDate.of(2026, 9, 25)::plusDays);
        Arbitrary<Boolean> wrongPeriods = rarely(40);
        Arbitrary<EntryKind> kinds = Arbitraries.of(EntryKind.ORDINARY, EntryKind.ORDINARY, EntryKind.CORRECTION);
        Arbitrary<Boolean> unbalanced = rarely(12);
        return Combinators.combine(
                        journals,
                        days,
                        wrongPeriods,
                        kinds,
                        lines().list().ofMinSize(1).ofMaxSize(5),
                        unbalanced)
                .as((journal, day, wrong, kind, lines, broken) -> new RandomEntry(
                        journal, day, month(wrong ? day.plusMonths(1) : day), kind, broken ? lines : balanced(lines)));
    }

    private static Arbitrary<RandomLine> lines() {
        Arbitrary<String> accounts = Arbitraries.frequency(
                Tuple.of(60, "100-01"),
                Tuple.of(60, "130-01"),
                Tuple.of(30, "202"),
                Tuple.of(30, "402-03"),
                Tuple.of(2, "130-02"),
                Tuple.of(1, "130"),
                Tuple.of(1, "999"));
        Arbitrary<BigDecimal> amounts = Arbitraries.frequencyOf(
                Tuple.of(
                        120,
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.01"), new BigDecimal("99999.99"))
                                .ofScale(2)),
                Tuple.of(
                        3,
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-500.00"), new BigDecimal("-0.01"))
                                .ofScale(2)),
                Tuple.of(1, Arbitraries.of(new BigDecimal("0.00"), new BigDecimal("1.005"))));
        return Combinators.combine(
                        accounts, Arbitraries.of(Side.values()), amounts, rarely(25), rarely(25), rarely(2), rarely(25))
                .as(RandomEntries::line);
    }

    private static RandomLine line(
            String account,
            Side side,
            BigDecimal amount,
            boolean noParty,
            boolean noCostCentre,
            boolean openItem,
            boolean closedCostCentre) {
        boolean control = account.equals("202");
        boolean costs = account.equals("402-03");
        return new RandomLine(
                account,
                side,
                amount,
                control && !noParty ? PARTY : null,
                costs && !noCostCentre ? (closedCostCentre ? CLOSED_COST_CENTRE : "310") : null,
                control && openItem);
    }

    /** With one more line that makes it balance, if that line has an amount. */
    private static List<RandomLine> balanced(List<RandomLine> lines) {
        BigDecimal difference = lines.stream()
                .map(line -> line.side() == Side.DEBIT
                        ? line.amount()
                        : line.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<RandomLine> all = new ArrayList<>(lines);
        if (difference.signum() != 0) {
            all.add(new RandomLine(
                    "403-90",
                    difference.signum() > 0 ? Side.CREDIT : Side.DEBIT,
                    difference.abs(),
                    null,
                    "310",
                    false));
        }
        return all;
    }

    private static Arbitrary<Boolean> rarely(int onceIn) {
        return Arbitraries.frequency(Tuple.of(onceIn - 1, false), Tuple.of(1, true));
    }

    private static String month(LocalDate day) {
        return "%d-%02d".formatted(day.getYear(), day.getMonthValue());
    }
}
