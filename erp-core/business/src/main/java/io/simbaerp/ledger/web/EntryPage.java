package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.company.FiscalPeriodView;
import io.simbaerp.company.FiscalPeriods;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of an entry shows. */
@Component
class EntryPage {

    private static final int PERIODS_TO_CHOOSE = 14;

    private final JournalEntries entries;
    private final Parties parties;
    private final ActorNames actorNames;
    private final FiscalPeriods periods;
    private final BusinessDay businessDay;
    private final Permission permission;

    EntryPage(
            JournalEntries entries,
            Parties parties,
            ActorNames actorNames,
            FiscalPeriods periods,
            BusinessDay businessDay,
            Permission permission) {
        this.entries = entries;
        this.parties = parties;
        this.actorNames = actorNames;
        this.periods = periods;
        this.businessDay = businessDay;
        this.permission = permission;
    }

    /**
     * An entry and who and what it names.
     *
     * @param recordedBy the name of who posted it
     * @param partyNames names of the parties on its lines, as far as the reader may see them
     * @param reversible whether the reader may take it back
     * @param blackAllowed whether it may be taken back in black
     */
    record EntryView(
            JournalEntryDetails entry,
            String recordedBy,
            Map<UUID, String> partyNames,
            boolean documentVisible,
            boolean reversible,
            boolean blackAllowed,
            LocalDate today,
            @Nullable String currentPeriod,
            List<FiscalPeriodView> openPeriods) {

        public String party(@Nullable UUID id) {
            return id == null ? "" : partyNames.getOrDefault(id, "");
        }
    }

    EntryView of(UUID id) {
        JournalEntryDetails entry =
                entries.byId(new JournalEntryId(id)).orElseThrow(() -> new NotFound("journal-entry", id));
        LocalDate today = businessDay.today();
        boolean reversible =
                permission.has(Duty.POST_JOURNAL_ENTRY) && entry.reversalOf() == null && entry.reversedBy() == null;
        return new EntryView(
                entry,
                actorNames.nameOf(Actor.parse(entry.recordedBy())),
                partyNames(entry),
                permission.has(Duty.VIEW_DOCUMENT),
                reversible,
                entry.lines().stream().noneMatch(line -> line.amount().isNegative()),
                today,
                periods.of(today).map(FiscalPeriodView::code).orElse(null),
                reversible
                        ? periods.from(entry.postingDate(), PERIODS_TO_CHOOSE).stream()
                                .filter(FiscalPeriodView::open)
                                .toList()
                        : List.of());
    }

    private Map<UUID, String> partyNames(JournalEntryDetails entry) {
        Map<UUID, String> names = new TreeMap<>();
        if (permission.has(Duty.VIEW_PARTY)) {
            entry.lines().stream()
                    .map(JournalEntryDetails.Line::partyId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(id ->
                            parties.byId(new PartyId(id)).map(PartyView::name).ifPresent(name -> names.put(id, name)));
        }
        return names;
    }
}
