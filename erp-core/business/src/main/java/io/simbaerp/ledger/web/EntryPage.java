package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.ledger.reversal.LineReversals;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.tax.VatRegister;
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

    private final Reversals reversals;
    private final LineReversals lineReversals;
    private final Parties parties;
    private final ActorNames actorNames;
    private final Permission permission;
    private final ReverseJournalEntry.Preview preview;

    EntryPage(
            Reversals reversals,
            LineReversals lineReversals,
            Parties parties,
            ActorNames actorNames,
            Permission permission,
            ReverseJournalEntry.Preview preview) {
        this.preview = preview;
        this.reversals = reversals;
        this.lineReversals = lineReversals;
        this.parties = parties;
        this.actorNames = actorNames;
        this.permission = permission;
    }

    /**
     * An entry and who and what it names.
     *
     * @param recordedBy the name of who posted it
     * @param partyNames names of the parties on its lines, as far as the reader may see them
     * @param reversible whether the reader may take it back
     * @param reversal what that would do
     * @param divisible whether the reader may take single lines back
     * @param lines what became of single lines, by their numbers
     * @param vatRows what was written into the VAT register with it
     * @param wanted how it is to be taken back
     * @param would the entry that takes it back, once it was asked for
     */
    record EntryView(
            JournalEntryDetails entry,
            String recordedBy,
            Map<UUID, String> partyNames,
            boolean documentVisible,
            boolean reversible,
            boolean divisible,
            Map<Integer, LineFate> lines,
            Reversals.ReversalView reversal,
            List<VatRegister.Row> vatRows,
            Wanted wanted,
            @Nullable JournalEntryDraft would) {

        public String party(@Nullable UUID id) {
            return id == null ? "" : partyNames.getOrDefault(id, "");
        }
    }

    /** How an entry is to be taken back. */
    record Wanted(
            EntryKind kind, LocalDate postingDate, @Nullable String periodCode, String reason) {}

    /** What took a line back, or which line it takes back. */
    record LineFate(LineReversals.LineReversal other, boolean takenBack) {}

    private Map<Integer, LineFate> fates(JournalEntryDetails entry) {
        Map<Integer, LineFate> fates = new TreeMap<>();
        lineReversals.of(entry.id()).forEach(taken -> fates.put(taken.line(), new LineFate(taken, true)));
        lineReversals.takenBackBy(entry.id()).forEach(taking -> fates.put(taking.line(), new LineFate(taking, false)));
        return fates;
    }

    EntryView of(UUID id) {
        return of(id, null, null);
    }

    /** With the entry that would take it back, judged by all rules of posting. */
    EntryView judged(UUID id, Wanted wanted) {
        String period = Objects.requireNonNullElse(wanted.periodCode(), "");
        return of(
                id,
                wanted,
                preview.entry(new JournalEntryId(id), wanted.kind(), wanted.postingDate(), period, wanted.reason()));
    }

    EntryView of(UUID id, @Nullable Wanted wanted, @Nullable JournalEntryDraft would) {
        JournalEntryDetails entry = reversals.entry(id);
        Reversals.ReversalView reversal = reversals.of(entry);
        Map<Integer, LineFate> fates = fates(entry);
        boolean open = reversal.possible() && permission.has(Duty.POST_JOURNAL_ENTRY);
        boolean takesBack = fates.values().stream().anyMatch(fate -> !fate.takenBack());
        return new EntryView(
                entry,
                actorNames.nameOf(Actor.parse(entry.recordedBy())),
                partyNames(entry),
                permission.has(Duty.VIEW_DOCUMENT),
                open && fates.isEmpty(),
                open && !takesBack && fates.size() < entry.lines().size(),
                fates,
                reversal,
                reversal.vatRows(),
                wanted == null
                        ? new Wanted(EntryKind.RED_REVERSAL, reversal.today(), reversal.currentPeriod(), "")
                        : wanted,
                would);
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
