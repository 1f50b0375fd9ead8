package io.simbaerp.intake;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.document.DocumentId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys senders gave their submissions. */
@Component
class SubmissionKeys {

    /** What a key names. */
    record UsedKey(String sha256, DocumentId document) {}

    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;

    SubmissionKeys(JdbcClient jdbc, CurrentActor currentActor, Clock clock) {
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    Optional<UsedKey> find(String key) {
        return jdbc.sql("""
                        select sha256, document_id from intake.submission_key
                         where company_id = :company and idempotency_key = :key""")
                .param("company", currentActor.company().value())
                .param("key", key)
                .query((row, n) -> new UsedKey(row.getString(1), new DocumentId(row.getObject(2, UUID.class))))
                .optional();
    }

    /** Remembers the key, waiting for whoever uses it at the same time; false if it is in use. */
    boolean remember(String key, String sha256, DocumentId document) {
        return jdbc.sql("""
                        insert into intake.submission_key (company_id, idempotency_key, sha256, document_id, kept_at)
                        values (:company, :key, :sha256, :document, :now)
                        on conflict do nothing""")
                        .param("company", currentActor.company().value())
                        .param("key", key)
                        .param("sha256", sha256)
                        .param("document", document.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
