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
                        all.partners().stream().filter(one -> !isKnown(one)).toList(),
                        all.taxCodes().stream()
                                .filter(one -> !taxCodes.isTaken(one))
                                .toList(),
                        unknown(all.values())));
    }

    private boolean isKnown(PartyDraft partner) {
        return partner.taxIds().isEmpty()
                ? named.of(partner.name()).isPresent()
                : partner.taxIds().stream().anyMatch(id -> parties.byTaxId(id).isPresent());
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
