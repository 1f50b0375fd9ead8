package io.simbaerp.ledger.draft;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.UseCase;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes an unfinished entry back that was discarded. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class RestoreEntryDraft {

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;

    RestoreEntryDraft(JdbcClient jdbc, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
    }

    /**
     * Changes nothing about one that was not discarded.
     *
     * @throws NotFound if the person has no such draft, or it is gone for good
     */
    public void restore(UUID id) {
        UUID person = currentActor.actor().userId().orElseThrow(() -> new NotFound("entry-draft", id));
        int restored = jdbc.sql("update ledger.entry_draft set discarded_at = null"
                        + " where company_id = ? and id = ? and person = ?")
                .params(currentActor.company().value(), id, person)
                .update();
        if (restored == 0) {
            throw new NotFound("entry-draft", id);
        }
    }
}
