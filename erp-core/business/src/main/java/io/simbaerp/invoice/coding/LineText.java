package io.simbaerp.invoice.coding;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an invoice line as texts are compared: the words that stay from one invoice to the next. */
public final class LineText {

    /** What names a month changes from invoice to invoice, as numbers and dates do. */
    private static final Set<String> MONTHS = Set.copyOf(List.of(("styczen stycznia luty lutego marzec marca kwiecien"
                            + " kwietnia maj maja czerwiec czerwca lipiec lipca sierpien sierpnia wrzesien wrzesnia pazdziernik"
                            + " pazdziernika listopad listopada grudzien grudnia january february march april may june july"
                            + " august september october november december januar februar marz april mai juni juli august"
                            + " september oktober november dezember")
                    .split(" +"))
            .stream()
            .distinct()
            .toList());

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Set<String> words;

    private LineText(Set<String> words) {
        this.words = words;
    }

    /** Its words in small letters without accents, numbers and months. */
    public static LineText of(String text) {
        String plain = ACCENTS.matcher(
                        Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('\u0142', 'l'), Normalizer.Form.NFD))
                .replaceAll("");
        return new LineText(BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> word.length() > 1
                        && word.chars().filter(Character::isDigit).count() < 2)
                .filter(word -> !MONTHS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** In percent: 0 is nothing in common, 100 the same words; texts without words have nothing in common. */
    public int likeness(LineText other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(words);
        common.retainAll(other.words);
        return 200 * common.size() / (words.size() + other.words.size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineText text && text.words.equals(words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
