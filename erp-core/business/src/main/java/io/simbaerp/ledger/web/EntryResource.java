package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.bulk.EntryInput;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.money.Money;
import java.util.Locale;
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
    private final PostEntryByHand post;
    private final PostEntryByHand.Preview preview;
    private final Reversals reversals;
    private final Distributions distributions;

    EntryResource(
            NamedPeriods periods,
            PostEntryByHand post,
            PostEntryByHand.Preview preview,
            Reversals reversals,
            Distributions distributions) {
        this.periods = periods;
        this.post = post;
        this.preview = preview;
        this.reversals = reversals;
        this.distributions = distributions;
    }

    /** The sum of the debits of an entry that could be posted now. */
    record JudgedJson(Money total) {}

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping("/preview")
    JudgedJson preview(@RequestBody EntryInput entry) {
        try {
            return new JudgedJson(preview.total(draft(entry, "preview")));
        } catch (RuleViolation refused) {
            throw entry.asSent(refused, defaults());
        }
    }

    /** Posts the entry; the same key with the same entry gives the first result again. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EntryJson post(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody EntryInput entry,
            Locale language) {
        if (key == null || key.isBlank() || key.length() > 200) {
            throw RuleViolation.ofField("Idempotency-Key", "journal-entry.key-missing");
        }
        JournalEntryId posted;
        try {
            posted = post.post(draft(entry, "rest " + key.strip()));
        } catch (RuleViolation refused) {
            throw entry.asSent(refused, defaults());
        }
        return EntryJson.of(reversals.entry(posted.value()), language.getLanguage());
    }

    private JournalEntryDraft draft(EntryInput entry, String key) {
        return entry.draft(key, defaults());
    }

    private EntryInput.Defaults defaults() {
        return new EntryInput.Defaults(reversals.day(null), day -> periods.of("", day), distributions::split);
    }
}
