package io.simbaerp.ledger.web;

import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.tax.VatRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking an entry back, for programs: what it would do, and doing it. */
@RestController
@RequestMapping("/api/v1/journal-entries/{id}/reversal")
class ReversalResource {

    private final Reversals reversals;
    private final ReverseJournalEntry reverse;
    private final ReverseJournalEntry.Preview preview;

    ReversalResource(Reversals reversals, ReverseJournalEntry reverse, ReverseJournalEntry.Preview preview) {
        this.reversals = reversals;
        this.reverse = reverse;
        this.preview = preview;
    }

    /**
     * How an entry is to be taken back.
     *
     * @param kind RED_REVERSAL, also if nothing is said, or BLACK_REVERSAL
     * @param postingDate the reversal's own date; today if nothing is said
     * @param period the reversal's own fiscal period, such as {@code 2026-11}; that of the date if nothing is said
     * @param reason why, in a sentence
     */
    record ReversalJson(
            @Nullable EntryKind kind,
            @Nullable LocalDate postingDate,
            @Nullable String period,
            @Nullable String reason) {}

    /**
     * The entry that took another one back, and what went back with it.
     *
     * @param vatRows the rows it wrote into the VAT register: the opposite amounts in the same VAT period
     */
    record ReversedJson(EntryJson entry, List<VatRegister.Row> vatRows) {}

    @GetMapping
    Reversals.ReversalView preview(@PathVariable UUID id) {
        return reversals.of(reversals.entry(id));
    }

    /** The lines of the entry that would be posted. */
    @PostMapping("/preview")
    List<LineDraft> preview(@PathVariable UUID id, @RequestBody ReversalJson wanted) {
        LocalDate day = reversals.day(wanted.postingDate());
        JournalEntryDraft entry = preview.entry(
                new JournalEntryId(id),
                Objects.requireNonNullElse(wanted.kind(), EntryKind.RED_REVERSAL),
                day,
                reversals.period(wanted.period(), day),
                Objects.requireNonNullElse(wanted.reason(), "").strip());
        return entry.lines();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReversedJson reverse(@PathVariable UUID id, @RequestBody ReversalJson wanted, Locale language) {
        LocalDate day = reversals.day(wanted.postingDate());
        JournalEntryId reversal = reverse.reverse(
                new JournalEntryId(id),
                Objects.requireNonNullElse(wanted.kind(), EntryKind.RED_REVERSAL),
                day,
                reversals.period(wanted.period(), day),
                Objects.requireNonNullElse(wanted.reason(), "").strip());
        JournalEntryDetails entry = reversals.entry(reversal.value());
        return new ReversedJson(EntryJson.of(entry, language.getLanguage()), reversals.vatRows(entry));
    }
}
