package io.simbaerp.ledger.foreign;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.entry.NamedParties;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.tax.TaxCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file of foreign books names besides accounts, and what of it is new to us. */
@Query(Duty.VIEW_LEDGER)
public class UnknownMasters {

    private final ForeignTables foreign;
    private final Parties parties;
    private final NamedParties named;
    private final TaxCodes taxCodes;
    private final Axes axes;

    UnknownMasters(ForeignTables foreign, Parties parties, NamedParties named, TaxCodes taxCodes, Axes axes) {
        this.foreign = foreign;
        this.parties = parties;
        this.named = named;
        this.taxCodes = taxCodes;
        this.axes = axes;
    }

    /** What the file names, and what of it taking over would add. */
    public record Found(ForeignBooks.Masters all, ForeignBooks.Masters unknown) {

        /** Whether there is anything to take over. */
        public boolean any() {
            return !unknown.partners().isEmpty()
                    || !unknown.taxCodes().isEmpty()
                    || !unknown.values().isEmpty();
        }
    }

    /**
     * What is in the file.
     *
     * @throws io.simbaerp.architecture.RuleViolation of foreign-books: form-unknown, file-unreadable, totals-differ,
     *     analysis-differs, currency-differs
     */
    public Found in(byte[] file) {
        ForeignBooks.Masters all = foreign.masters(file);
        return new Found(
                all,
                new ForeignBooks.Masters(
                        unknownPartners(all.partners()), taxCodes.free(all.taxCodes()), unknown(all.values())));
    }

    /** By their tax ids, and by their names where they have none; all of a file are looked up at once. */
    private List<PartyDraft> unknownPartners(List<PartyDraft> partners) {
        Map<String, Optional<String>> ids = new HashMap<>();
        partners.forEach(one -> one.taxIds().forEach(id -> ids.put(id, Optional.of(id))));
        Set<String> knownIds = parties.named(ids).keySet();
        Set<String> knownNames = named.ofAll(partners.stream()
                        .filter(one -> one.taxIds().isEmpty())
                        .map(PartyDraft::name)
                        .toList())
                .keySet();
        return partners.stream()
                .filter(one -> one.taxIds().isEmpty()
                        ? !knownNames.contains(one.name())
                        : one.taxIds().stream().noneMatch(knownIds::contains))
                .toList();
    }

    private List<ForeignBooks.Value> unknown(List<ForeignBooks.Value> values) {
        Map<String, Set<String>> known = new HashMap<>();
        return values.stream()
                .filter(value ->
                        !known.computeIfAbsent(value.axis(), this::numbers).contains(value.number()))
                .toList();
    }

    private Set<String> numbers(String axis) {
        return axes.values(axis, null, null, Integer.MAX_VALUE).stream()
                .map(Axes.Named::code)
                .collect(Collectors.toSet());
    }
}
