package io.simbaerp.architecture;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a duty reaches for one person: up to an amount, at certain cost centres, on certain types of documents.
 *
 * @param hundredths up to how much, in hundredths of the company's currency; null for any amount
 * @param costCentres where; empty for everywhere
 * @param documentTypes on what; empty for everything
 */
public record DutyLimit(@Nullable Long hundredths, Set<String> costCentres, Set<String> documentTypes) {

    /** No limit at all. */
    public static final DutyLimit NONE = new DutyLimit(null, Set.of(), Set.of());

    public DutyLimit {
        costCentres = Set.copyOf(costCentres);
        documentTypes = Set.copyOf(documentTypes);
    }

    public boolean covers(Extent extent) {
        return (hundredths == null || extent.hundredths() <= hundredths)
                && (costCentres.isEmpty() || costCentres.containsAll(extent.costCentres()))
                && (documentTypes.isEmpty()
                        || extent.documentType() == null
                        || documentTypes.contains(extent.documentType()));
    }

    /** {@code APPROVE_INVOICE|1000000|320,400|purchase-invoice}: what the database is told about a duty held so far. */
    String granted(Duty duty) {
        return duty.name() + "|" + (hundredths == null ? "" : hundredths) + "|" + joined(costCentres) + "|"
                + joined(documentTypes);
    }

    private static String joined(Set<String> words) {
        return new TreeSet<>(words).stream().collect(Collectors.joining(","));
    }
}
