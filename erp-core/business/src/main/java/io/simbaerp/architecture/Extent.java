package io.simbaerp.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far an act goes: for how much, at which cost centres, on which type of document. Limits of duties are measured
 * against it. What isn't known isn't limited: an invoice without coding has no cost centres yet.
 *
 * @param hundredths the amount in hundredths of the company's currency, without its sign
 * @param documentType such as {@code purchase-invoice}
 */
public record Extent(
        long hundredths, Set<String> costCentres, @Nullable String documentType) {

    /** Of acts no limit speaks of. */
    public static final Extent NONE = new Extent(0, Set.of(), null);

    public Extent {
        hundredths = Math.abs(hundredths);
        costCentres = Set.copyOf(costCentres);
    }

    public static Extent of(long hundredths, Collection<String> costCentres, @Nullable String documentType) {
        return new Extent(hundredths, Set.copyOf(costCentres), documentType);
    }

    /** Its one written form, {@code 842000|320,400|purchase-invoice}, as the database compares it. */
    public String text() {
        return hundredths + "|" + String.join(",", new TreeSet<>(costCentres)) + "|"
                + (documentType == null ? "" : documentType);
    }

    /** The reverse of {@link #text()}. */
    public static Extent parse(String text) {
        String[] parts = text.split("\\|", -1);
        return new Extent(
                Long.parseLong(parts[0]),
                parts[1].isEmpty() ? Set.of() : Set.copyOf(List.of(parts[1].split(","))),
                parts[2].isEmpty() ? null : parts[2]);
    }
}
