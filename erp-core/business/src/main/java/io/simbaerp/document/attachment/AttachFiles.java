package io.simbaerp.document.attachment;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.archive.Lock;
import io.simbaerp.archive.ScanOriginal;
import io.simbaerp.archive.StoreOriginal;
import io.simbaerp.archive.StoredOriginal;
import io.simbaerp.document.DocumentId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the files a document carries inside, each looked at by the scanners. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class AttachFiles {

    private final StoreOriginal storeOriginal;
    private final ScanOriginal scanOriginal;
    private final JdbcClient jdbc;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AttachFiles(
            StoreOriginal storeOriginal,
            ScanOriginal scanOriginal,
            JdbcClient jdbc,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.storeOriginal = storeOriginal;
        this.scanOriginal = scanOriginal;
        this.jdbc = jdbc;
        this.currentActor = currentActor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Attaches them in this order; an empty file has nothing to keep and is left out.
     *
     * @return those that are locked, by name
     */
    public Map<String, Lock> attach(DocumentId document, List<AttachmentDraft> files) {
        List<AttachmentDraft> kept =
                files.stream().filter(file -> file.content().length > 0).toList();
        if (kept.isEmpty()) {
            return Map.of();
        }
        Map<String, Lock> locked = new LinkedHashMap<>();
        for (int position = 0; position < kept.size(); position++) {
            AttachmentDraft file = kept.get(position);
            attach(document, position + 1, file).ifPresent(lock -> locked.put(file.fileName(), lock));
        }
        events.publishEvent(new FilesAttached(
                currentActor.company(), currentActor.actor(), clock.instant(), document, !locked.isEmpty()));
        return locked;
    }

    private Optional<Lock> attach(DocumentId document, int position, AttachmentDraft file) {
        StoredOriginal stored = storeOriginal.store(file.content());
        jdbc.sql("""
                        insert into document.attachment
                               (company_id, id, document_id, position, file_name, media_type, description, sha256, size)
                        values (:company, :id, :document, :position, :fileName, :mediaType, :description, :sha256,
                                :size)""")
                .param("company", currentActor.company().value())
                .param("id", NewId.at(clock))
                .param("document", document.value())
                .param("position", position)
                .param("fileName", file.fileName())
                .param("mediaType", file.mediaType())
                .param("description", file.description())
                .param("sha256", stored.sha256())
                .param("size", stored.size())
                .update();
        return scanOriginal.scan(stored.sha256(), file.content());
    }
}
