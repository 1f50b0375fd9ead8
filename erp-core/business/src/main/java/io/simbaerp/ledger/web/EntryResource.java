package io.simbaerp.ledger.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Posts entries for programs, and judges them before. */
@RestController
@RequestMapping("/api/v1/journal-entries")
class EntryResource {

    private final NamedPeriods periods;
    private final PostJournalEntry post;
    private final PostJournalEntry.Preview preview;
    private final Reversals reversals;

    EntryResource(NamedPeriods periods, PostJournalEntry post, PostJournalEntry.Preview preview, Reversals reversals) {
        this.periods = periods;
        this.post = post;
        this.preview = preview;
        this.reversals = reversals;
    }

    /** An entry to be posted; days that are left out are the posting date, the period that of the posting date. */
    record DraftJson(
            @Nullable String journal,
            @Nullable LocalDate operationDate,
            @Nullable LocalDate documentDate,
            @Nullable LocalDate postingDate,
            @Nullable String period,
            @Nullable EntryKind kind,
            @Nullable String narration,
            @Nullable String documentNumber,
            @Nullable List<LineJson> lines) {}

    /** A line of it: a debit or a credit. */
    record LineJson(
            @Nullable String account,
            @Nullable Money debit,
            @Nullable Money credit,
            @Nullable Money transactionAmount,
            @Nullable ExchangeRate rate,
            @Nullable UUID partyId,
            @Nullable String vatCode,
            @Nullable LocalDate dueDate,
            @Nullable String costCentre,
            @Nullable String text,
            @Nullable Boolean openItem) {}

    /** The sum of the debits of an entry that could be posted now. */
    record JudgedJson(Money total) {}

    @PostMapping("/preview")
    JudgedJson preview(@RequestBody DraftJson entry) {
        return new JudgedJson(preview.total(draft(entry, "preview")));
    }

    /** Posts the entry; the same key with the same entry gives the first result again. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EntryJson post(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody DraftJson entry,
            Locale language) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        JournalEntryId posted = post.post(draft(entry, "rest " + key.strip()));
        return EntryJson.of(reversals.entry(posted.value()), language.getLanguage());
    }

    private JournalEntryDraft draft(DraftJson entry, String key) {
        LocalDate posting = reversals.day(entry.postingDate());
        LocalDate document = Objects.requireNonNullElse(entry.documentDate(), posting);
        EntryKind kind = Objects.requireNonNullElse(entry.kind(), EntryKind.ORDINARY);
        if (kind != EntryKind.ORDINARY && kind != EntryKind.CORRECTION) {
            throw RuleViolation.ofField("kind", "journal-entry.kind-of-reversal", kind);
        }
        List<LineDraft> lines = new ArrayList<>();
        for (LineJson line : Objects.requireNonNullElse(entry.lines(), List.<LineJson>of())) {
            lines.add(line(lines.size(), line));
        }
        return new JournalEntryDraft(
                text(entry.journal()),
                Objects.requireNonNullElse(entry.operationDate(), document),
                document,
                posting,
                periods.of(text(entry.period()), posting),
                kind,
                text(entry.narration()),
                null,
                entry.documentNumber(),
                null,
                key,
                lines);
    }

    private static LineDraft line(int index, LineJson line) {
        Money debit = line.debit();
        Money amount = debit == null ? line.credit() : debit;
        if (amount == null || (debit != null && line.credit() != null)) {
            throw RuleViolation.ofField("lines[" + index + "]", "journal-entry.two-sides", index + 1);
        }
        return new LineDraft(
                text(line.account()),
                debit == null ? Side.CREDIT : Side.DEBIT,
                amount,
                line.transactionAmount(),
                line.rate(),
                line.partyId(),
                line.vatCode(),
                line.dueDate(),
                line.costCentre(),
                line.text(),
                line.openItem() == null ? line.dueDate() != null : line.openItem(),
                false);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
