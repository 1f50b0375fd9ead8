package io.simbaerp.document.attachment;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
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
import org.springframework.context.ApplicationEventPublisher;

/** Keeps the files a document carries inside, each looked at by the scanners. */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class AttachFiles {

    private final StoreOriginal storeOriginal;
    private final ScanOriginal scanOriginal;
    private final AttachmentRows rows;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AttachFiles(
            StoreOriginal storeOriginal,
            ScanOriginal scanOriginal,
            AttachmentRows rows,
            CurrentActor currentActor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.storeOriginal = storeOriginal;
        this.scanOriginal = scanOriginal;
        this.rows = rows;
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
        for (AttachmentDraft file : kept) {
            StoredOriginal stored = storeOriginal.store(file.content());
            rows.add(document, file, stored);
            scanOriginal.scan(stored.sha256(), file.content()).ifPresent(lock -> locked.put(file.fileName(), lock));
        }
        events.publishEvent(new FilesAttached(
                currentActor.company(), currentActor.actor(), clock.instant(), document, !locked.isEmpty()));
        return locked;
    }
}
