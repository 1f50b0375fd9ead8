package io.simbaerp.ledger.web;

import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posted entry as REST shows it. It never changes, so its version stays 0. */
record EntryJson(
        UUID id,
        int version,
        String number,
        String journal,
        String kind,
        LocalDate operationDate,
        LocalDate documentDate,
        LocalDate postingDate,
        String period,
        Instant recordedAt,
        String recordedBy,
        String narration,
        @Nullable UUID documentId,
        @Nullable String documentNumber,
        @Nullable String approvalReference,
        @Nullable Reference reversalOf,
        @Nullable Reference reversedBy,
        Money total,
        List<Line> lines) {

    /** Another entry. */
    record Reference(UUID id, String number) {

        static @Nullable Reference of(JournalEntryDetails.@Nullable Reference entry) {
            return entry == null ? null : new Reference(entry.id().value(), entry.number());
        }
    }

    /** One line, on one side. */
    record Line(
            int line,
            String account,
            String name,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money transactionAmount,
            @Nullable ExchangeRate rate,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable String costCentre,
            @Nullable String text,
            boolean openItem,
            boolean splitPayment,
            Map<String, String> dimensions) {}

    /** An entry in a list. */
    record Row(
            UUID id,
            String number,
            String journal,
            String kind,
            LocalDate postingDate,
            String period,
            @Nullable LocalDate recordedLate,
            String narration,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            Money total) {

        static Row of(JournalEntries.EntryRow entry) {
            return new Row(
                    entry.id().value(),
                    entry.number(),
                    entry.journal(),
                    entry.kind().name(),
                    entry.postingDate(),
                    entry.periodCode(),
                    entry.recordedLate(),
                    entry.narration(),
                    entry.documentId(),
                    entry.documentNumber(),
                    entry.total());
        }
    }

    static EntryJson of(JournalEntryDetails entry, String language) {
        return new EntryJson(
                entry.id().value(),
                0,
                entry.number(),
                entry.journal(),
                entry.kind().name(),
                entry.operationDate(),
                entry.documentDate(),
                entry.postingDate(),
                entry.periodCode(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.narration(),
                entry.documentId(),
                entry.documentNumber(),
                entry.approvalReference(),
                Reference.of(entry.reversalOf()),
                Reference.of(entry.reversedBy()),
                entry.total(),
                entry.lines().stream().map(line -> line(line, language)).toList());
    }

    private static Line line(JournalEntryDetails.Line line, String language) {
        return new Line(
                line.lineNumber(),
                line.account(),
                "pl".equals(language) ? line.accountNamePl() : line.accountNameEn(),
                line.debit(),
                line.credit(),
                line.transactionAmount(),
                line.rate(),
                line.partyId(),
                line.vatCode(),
                line.dueDate(),
                line.costCentre(),
                line.text(),
                line.openItem(),
                line.splitPayment(),
                line.dimensions());
    }
}
