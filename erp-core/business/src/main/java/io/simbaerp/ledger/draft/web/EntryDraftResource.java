package io.simbaerp.ledger.draft.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.draft.DiscardEntryDraft;
import io.simbaerp.ledger.draft.EntryDrafts;
import io.simbaerp.ledger.draft.KeepEntryDraft;
import io.simbaerp.ledger.draft.RestoreEntryDraft;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own unfinished entries for programs; a draft is shown by the form {@code /ledger/entries/new?draft=}. */
@RestController
@RequestMapping("/api/v1/entry-drafts")
class EntryDraftResource {

    private final EntryDrafts drafts;
    private final KeepEntryDraft keep;
    private final DiscardEntryDraft discard;
    private final RestoreEntryDraft restore;

    EntryDraftResource(EntryDrafts drafts, KeepEntryDraft keep, DiscardEntryDraft discard, RestoreEntryDraft restore) {
        this.drafts = drafts;
        this.keep = keep;
        this.discard = discard;
        this.restore = restore;
    }

    /** What was typed: fields of the form by name, a value for each line. */
    record DraftJson(@Nullable Map<String, @Nullable List<@Nullable String>> fields) {}

    @GetMapping
    List<EntryDrafts.Draft> all() {
        return drafts.all();
    }

    @GetMapping("/{draft}")
    EntryDrafts.Draft one(@PathVariable UUID draft) {
        return drafts.find(draft).orElseThrow(() -> new NotFound("entry-draft", draft));
    }

    /** Keeps it under an id of the caller, which becomes the key of the entry. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PutMapping("/{draft}")
    EntryDrafts.Draft keep(@PathVariable UUID draft, @RequestBody DraftJson typed) {
        if (typed.fields() == null) {
            throw RuleViolation.ofField("fields", "entry-draft.nothing-typed");
        }
        keep.keep(draft, TypedFields.of(typed.fields()));
        return one(draft);
    }

    @DeleteMapping("/{draft}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable UUID draft) {
        discard.discard(draft);
    }

    @PostMapping("/{draft}/restore")
    EntryDrafts.Draft restore(@PathVariable UUID draft) {
        restore.restore(draft);
        return one(draft);
    }
}
