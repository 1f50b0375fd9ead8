package io.simbaerp.document;

import io.simbaerp.architecture.CurrentActor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Documents that are kept but not read yet, and the lock that says who works on one. The lock ends with the
 * transaction, so that nothing stays claimed by somebody who is gone.
 */
@Component
public class WaitingDocuments {

    private static final String WAITING = "state = 'RECEIVED' and number is null";
    private static final String LOCK = """
            select id from document.document where company_id = :company and id = :id and (%s)
               for no key update %s""";

    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final CurrentActor currentActor;

    WaitingDocuments(JdbcClient jdbc, DocumentRows rows, CurrentActor currentActor) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.currentActor = currentActor;
    }

    /** Those that wait, oldest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<DocumentId> waiting(int limit) {
        return jdbc.sql("select id from document.document where company_id = :company and " + WAITING
                        + " order by received_at limit :limit")
                .param("company", currentActor.company().value())
                .param("limit", limit)
                .query((row, n) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Claims it, waiting for whoever works on it; nothing if it doesn't wait any more by then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DocumentView> claim(DocumentId id) {
        return locked(LOCK.formatted(WAITING, ""), id);
    }

    /** Claims it unless somebody works on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DocumentView> claimIfFree(DocumentId id) {
        return locked(LOCK.formatted(WAITING, "skip locked"), id);
    }

    /** Claims it out of quarantine. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<DocumentView> claimQuarantined(DocumentId id) {
        return locked(LOCK.formatted("state = 'QUARANTINED'", ""), id);
    }

    private Optional<DocumentView> locked(String lock, DocumentId id) {
        return jdbc.sql(lock)
                .param("company", currentActor.company().value())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(one -> rows.byId(id));
    }
}
