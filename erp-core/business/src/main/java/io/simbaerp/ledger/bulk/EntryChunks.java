package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry.Outcome;
import io.simbaerp.ledger.vat.PostEntryByHand;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Posts entries a chunk at a time. What only the database refuses, since somebody else was faster, undoes the chunk whole;
 * then it is halved until the entry is alone and told by its rule.
 */
@Component
public class EntryChunks {

    /** Entries posted in one transaction. */
    public static final int SIZE = 1000;

    private final PostEntryByHand.Batch batch;

    EntryChunks(PostEntryByHand.Batch batch) {
        this.batch = batch;
    }

    /** What came of each entry, in their order. */
    public List<Outcome> post(UUID id, List<JournalEntryDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        try {
            return batch.post(id, drafts);
        } catch (RuleViolation refused) {
            return List.of(Outcome.of(refused));
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException refused) {
            if (drafts.size() == 1) {
                throw refused;
            }
            int half = drafts.size() / 2;
            List<Outcome> outcomes = new ArrayList<>(post(id, drafts.subList(0, half)));
            outcomes.addAll(post(id, drafts.subList(half, drafts.size())));
            return outcomes;
        }
    }
}
