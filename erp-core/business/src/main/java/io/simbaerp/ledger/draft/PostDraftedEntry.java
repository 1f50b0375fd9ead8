package io.simbaerp.ledger.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.vat.PostEntryByHand;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts an entry typed at the posting desk into the books; what was kept of it while it was typed ends with it. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class PostDraftedEntry {

    private final PostEntryByHand post;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    PostDraftedEntry(PostEntryByHand post, JdbcClient jdbc, CurrentActor currentActor) {
        this.post = post;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /** @throws RuleViolation whatever posting by hand refuses */
    public JournalEntryId post(JournalEntryDraft entry) {
        JournalEntryId posted = post.post(entry);
        currentActor.actor().userId().ifPresent(person -> jdbc.sql("""
                        delete from ledger.entry_draft
                         where company_id = ? and person = ? and 'manual ' || id = ?""")
                .params(currentActor.company().value(), person, entry.idempotencyKey())
                .update());
        return posted;
    }
}
