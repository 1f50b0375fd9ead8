package io.simbaerp.document;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.archive.StoreOriginal;
import io.simbaerp.archive.StoredOriginal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what reached us: the original in the archive, the document as RECEIVED. From then on it can't be lost. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class KeepDocument {

    private final StoreOriginal storeOriginal;
    private final JdbcClient jdbc;
    private final DocumentRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final DocumentNews news;

    KeepDocument(
            StoreOriginal storeOriginal,
            JdbcClient jdbc,
            DocumentRows rows,
            CurrentActor currentActor,
            Clock clock,
            DocumentNews news) {
        this.storeOriginal = storeOriginal;
        this.jdbc = jdbc;
        this.rows = rows;
        this.currentActor = currentActor;
        this.clock = clock;
        this.news = news;
    }

    /**
     * Keeps it, or finds the document that holds the same content already. Of two that arrive at once the later waits
     * here for the earlier.
     *
     * @throws io.simbaerp.architecture.RuleViolation original.empty
     * @throws Conflict document.kept-out-of-sight if it holds the same content in a class the actor may not see
     */
    public KeptDocument keep(DocumentDraft draft) {
        StoredOriginal original = storeOriginal.store(draft.content());
        DocumentId id = new DocumentId(NewId.at(clock));
        Instant now = clock.instant();
        boolean added = insert(draft, original, id.value(), now) == 1;
        DocumentId kept = added
                ? id
                : rows.idOfContent(original.sha256()).orElseThrow(() -> new Conflict("document.kept-out-of-sight"));
        if (added) {
            news.received(kept);
        } else {
            news.receivedAgain(kept);
        }
        return new KeptDocument(rows.byId(kept).orElseThrow(), added);
    }

    private int insert(DocumentDraft draft, StoredOriginal original, UUID id, Instant now) {
        return jdbc.sql("""
                        insert into document.document
                               (company_id, id, kind, state, file_name, media_type, sha256, size, channel,
                                received_at, received_on, received_by, ksef_number, class)
                        values (:company, :id, :kind, 'RECEIVED', :fileName, :mediaType, :sha256, :size, :channel,
                                :receivedAt, :receivedOn, :receivedBy, :ksefNumber, :class)
                        on conflict on constraint document_of_a_content_is_one do nothing""")
                .param("company", currentActor.company().value())
                .param("id", id)
                .param("kind", DocumentKind.UNRECOGNISED)
                .param("fileName", draft.fileName())
                .param("mediaType", draft.mediaType())
                .param("sha256", original.sha256())
                .param("size", original.size())
                .param("channel", draft.channel())
                .param("receivedAt", now.atOffset(ZoneOffset.UTC))
                .param("receivedOn", draft.receivedOn())
                .param("receivedBy", currentActor.actor().toString())
                .param("ksefNumber", draft.ksefNumber())
                .param("class", draft.documentClass())
                .update();
    }
}
