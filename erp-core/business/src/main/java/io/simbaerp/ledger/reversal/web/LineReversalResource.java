package io.simbaerp.ledger.reversal.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.reversal.LineReversals;
import io.simbaerp.ledger.reversal.LinesToReverse;
import io.simbaerp.ledger.reversal.ReverseLines;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/** Takes single lines of an entry back for programs, and shows what was taken back. */
@RestController
@RequestMapping("/api/v1/journal-entries/{id}/line-reversals")
class LineReversalResource {

    private final ReverseLines reverse;
    private final ReverseLines.Preview preview;
    private final LineReversals reversals;
    private final JournalEntries entries;
    private final ReversalPeriods periods;
    private final BusinessDay businessDay;

    LineReversalResource(
            ReverseLines reverse,
            ReverseLines.Preview preview,
            LineReversals reversals,
            JournalEntries entries,
            ReversalPeriods periods,
            BusinessDay businessDay) {
        this.reverse = reverse;
        this.preview = preview;
        this.reversals = reversals;
        this.entries = entries;
        this.periods = periods;
        this.businessDay = businessDay;
    }

    /**
     * Which lines are to be taken back; kind, day and period as in a reversal of the whole.
     *
     * @param rest the account that takes what the lines leave unbalanced
     */
    record LinesJson(
            @Nullable List<Integer> lines,
            @Nullable EntryKind kind,
            @Nullable LocalDate postingDate,
            @Nullable String period,
            @Nullable String reason,
            @Nullable RestJson rest) {}

    /** Where the rest goes. */
    record RestJson(
            @Nullable String account,
            @Nullable String costCentre,
            @Nullable Map<String, String> dimensions) {}

    /** The entry that was posted. */
    record ReversedJson(UUID reversal, List<LineReversals.LineReversal> lines) {}

    @GetMapping
    List<LineReversals.LineReversal> taken(@PathVariable UUID id) {
        JournalEntryDetails entry =
                entries.byId(new JournalEntryId(id)).orElseThrow(() -> new NotFound("journal-entry", id));
        return reversals.of(entry.id());
    }

    /** The lines of the entry that would be posted. */
    @PostMapping("/preview")
    List<LineDraft> preview(@PathVariable UUID id, @RequestBody LinesJson wanted) {
        JournalEntryDraft entry = preview.entry(new JournalEntryId(id), wish(wanted));
        return entry.lines();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReversedJson reverse(@PathVariable UUID id, @RequestBody LinesJson wanted) {
        JournalEntryId reversal = reverse.reverse(new JournalEntryId(id), wish(wanted));
        return new ReversedJson(reversal.value(), reversals.takenBackBy(reversal));
    }

    private LinesToReverse wish(LinesJson wanted) {
        LocalDate day = Objects.requireNonNullElse(wanted.postingDate(), businessDay.today());
        RestJson rest = wanted.rest();
        return new LinesToReverse(
                Objects.requireNonNullElse(wanted.lines(), List.<Integer>of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                Objects.requireNonNullElse(wanted.kind(), EntryKind.RED_REVERSAL),
                day,
                periods.code(wanted.period(), day),
                Objects.requireNonNullElse(wanted.reason(), "").strip(),
                rest == null
                        ? null
                        : new LinesToReverse.Rest(
                                Objects.requireNonNullElse(rest.account(), "").strip(),
                                rest.costCentre(),
                                Objects.requireNonNullElse(rest.dimensions(), Map.of())));
    }
}
