package io.simbaerp.reporting.jpk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.confidential.Confidential;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.page.Page;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyView;
import io.simbaerp.tax.VatRegister;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks whether the books of a period can be handed in and writes them. */
@Query(Duty.VIEW_LEDGER)
public class LedgerFile {

    private static final int ENTRIES_AT_ONCE = 2000;

    private final Journal journal;
    private final FileAccounts accounts;
    private final Parties parties;
    private final Source source;
    private final ObjectProvider<LedgerFileFormat> format;

    /** Who keeps the books, who recorded them, and what KSeF calls their documents. */
    @Component
    record Source(CurrentCompany company, ActorNames actorNames, VatRegister register, Clock clock) {}

    LedgerFile(
            Journal journal,
            FileAccounts accounts,
            Parties parties,
            Source source,
            ObjectProvider<LedgerFileFormat> format) {
        this.format = format;
        this.journal = journal;
        this.accounts = accounts;
        this.parties = parties;
        this.source = source;
    }

    /**
     * What is to be handed in.
     *
     * @param unmarked accounts that stand in the file and have no marker
     * @param proposed accounts that get the marker of their place in Annex 1
     */
    public record Check(Journal.Totals totals, List<String> unmarked, List<String> proposed) {

        /** Whether a file can be made. */
        public boolean ready() {
            return totals.entries() > 0 && unmarked.isEmpty();
        }
    }

    public Check check(LedgerFileDraft draft) {
        List<LedgerFileFormat.Account> all = accounts.of(draft.from(), draft.to());
        return new Check(
                journal.totals(filter(draft)),
                all.stream()
                        .filter(account -> account.marker() == null)
                        .map(account -> account.code() + " " + account.name())
                        .toList(),
                all.stream()
                        .filter(LedgerFileFormat.Account::proposed)
                        .map(LedgerFileFormat.Account::code)
                        .toList());
    }

    /**
     * Writes the file.
     *
     * @throws RuleViolation jpk.nothing-posted, jpk.accounts-unmarked, jpk.text-unseen, jpk.sums-differ
     */
    public Journal.Totals write(LedgerFileDraft draft, OutputStream out) {
        Check check = check(draft);
        if (check.totals().entries() == 0) {
            throw new RuleViolation("jpk.nothing-posted", draft.from(), draft.to());
        }
        if (!check.unmarked().isEmpty()) {
            throw new RuleViolation("jpk.accounts-unmarked", String.join(", ", check.unmarked()));
        }
        CompanyView company = source.company().get();
        Map<UUID, PartyView> known = parties.byIds(journal.parties(filter(draft))).stream()
                .collect(Collectors.toMap(party -> party.id().value(), party -> party));
        try (LedgerFileFormat.Writing writer = format.getObject().open(out)) {
            writer.begin(
                    company, draft, accounts.year(draft.from()), source.clock().instant());
            known.values().forEach(writer::party);
            writer.accounts(accounts.of(draft.from(), draft.to()));
            entries(draft, writer, known);
            Journal.Totals written = writer.end(company.baseCurrency(), draft.differences());
            if (!written.equals(check.totals())) {
                throw new RuleViolation(
                        "jpk.sums-differ", written.entries(), check.totals().entries());
            }
            return written;
        }
    }

    private void entries(LedgerFileDraft draft, LedgerFileFormat.Writing writer, Map<UUID, PartyView> known) {
        String after = null;
        do {
            Page<Journal.Entry> page = journal.entries(filter(draft), after, ENTRIES_AT_ONCE);
            Map<UUID, List<Journal.Line>> lines = journal.lines(page.items());
            Map<UUID, String> ksefNumbers = source.register()
                    .ksefNumbers(page.items().stream()
                            .map(Journal.Entry::documentId)
                            .filter(Objects::nonNull)
                            .toList());
            for (Journal.Entry entry : page.items()) {
                if (entry.narration().equals(Confidential.UNSEEN)) {
                    throw new RuleViolation("jpk.text-unseen", entry.fullNumber());
                }
                List<Journal.Line> its = lines.getOrDefault(entry.id().value(), List.of());
                writer.entry(
                        entry,
                        its,
                        party(its, known),
                        source.actorNames().nameOf(Actor.parse(entry.recordedBy())),
                        entry.documentId() == null ? null : ksefNumbers.get(entry.documentId()));
            }
            after = page.next();
        } while (after != null);
    }

    private static @Nullable PartyView party(List<Journal.Line> lines, Map<UUID, PartyView> known) {
        List<PartyView> named = new ArrayList<>();
        for (Journal.Line line : lines) {
            PartyView party = line.partyId() == null ? null : known.get(line.partyId());
            if (party != null) {
                named.add(party);
            }
        }
        return named.isEmpty() ? null : named.get(0);
    }

    private static Journal.Filter filter(LedgerFileDraft draft) {
        return new Journal.Filter(null, draft.from(), draft.to(), Extract.WHOLE);
    }
}
