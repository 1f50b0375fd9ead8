package io.simbaerp.invoice.coding;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the posted line of a supplier that speaks most for a new one: the same item, else the same words, else most of the
 * words, else the same VAT. Among equals the latest wins, since what was decided last is what holds.
 */
final class Precedents {

    /** In percent. */
    private static final int ALIKE = 50;

    private static final int SAME = 100;

    /** A posted line and what it has in common with the new one. */
    record Found(PostedLine line, Precedent precedent) {}

    private record Alike(PostedLine line, int likeness) {}

    private final List<PostedLine> latestFirst;

    Precedents(List<PostedLine> latestFirst) {
        this.latestFirst = latestFirst;
    }

    /** The precedent among the lines that could be followed today. */
    Optional<Found> of(CodableLine line, Predicate<PostedLine> usable) {
        LineText text = LineText.of(line.text());
        List<PostedLine> candidates = latestFirst.stream().filter(usable).toList();
        return byItem(candidates, line)
                .or(() -> latest(candidates, Precedent.Basis.SAME_TEXT, one -> text.likeness(one.text()) == SAME))
                .or(() -> similar(candidates, text))
                .or(() -> latest(candidates, Precedent.Basis.SAME_TAX, one -> isTaxedLike(one, line)));
    }

    private static Optional<Found> byItem(List<PostedLine> candidates, CodableLine line) {
        String item = line.item();
        return item == null || item.isBlank()
                ? Optional.empty()
                : latest(candidates, Precedent.Basis.SAME_ITEM, one -> item.equals(one.item()));
    }

    private static Optional<Found> similar(List<PostedLine> candidates, LineText text) {
        int most = candidates.stream()
                .mapToInt(one -> text.likeness(one.text()))
                .max()
                .orElse(0);
        return most < ALIKE
                ? Optional.empty()
                : latest(candidates, Precedent.Basis.SIMILAR_TEXT, one -> text.likeness(one.text()) >= most);
    }

    private static Optional<Found> latest(
            List<PostedLine> candidates, Precedent.Basis basis, Predicate<PostedLine> fits) {
        List<PostedLine> fitting = candidates.stream().filter(fits).toList();
        return fitting.stream().findFirst().map(line -> {
            int times = (int) fitting.stream().filter(line::isCodedLike).count();
            return new Found(
                    line,
                    new Precedent(basis, line.documentId(), line.number(), line.issueDate(), times, fitting.size()));
        });
    }

    /** The code of the latest line with the same VAT, first of those with most words in common. */
    Optional<String> taxCode(CodableLine line, Predicate<PostedLine> usable) {
        LineText text = LineText.of(line.text());
        return latestFirst.stream()
                .filter(one -> isTaxedLike(one, line))
                .filter(usable)
                .map(one -> new Alike(one, text.likeness(one.text())))
                .reduce((latest, earlier) -> earlier.likeness() > latest.likeness() ? earlier : latest)
                .map(Alike::line)
                .map(PostedLine::taxCode);
    }

    /** What names no VAT at all has something in common only with what stood in its place, such as a total with a total. */
    private static boolean isTaxedLike(PostedLine before, CodableLine line) {
        return (line.category() != null || before.standsLike(line))
                && String.valueOf(before.category()).equals(String.valueOf(line.category()))
                && number(before.rate()).compareTo(number(line.rate())) == 0;
    }

    private static BigDecimal number(@Nullable BigDecimal rate) {
        return rate == null ? BigDecimal.ZERO : rate;
    }
}
