package io.simbaerp.intake.content;

import io.simbaerp.archive.Lock;
import io.simbaerp.archive.OpenOriginal;
import io.simbaerp.archive.ScanOriginal;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Finding;
import io.simbaerp.document.Severity;
import io.simbaerp.document.attachment.AttachFiles;
import io.simbaerp.document.part.KeepParts;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.reading.BoundedReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Reads a kept document and keeps what it holds: the files it carries inside as its attachments, the documents it
 * contains as documents of their own. All of it is scanned.
 */
@Component
public class TakeApart {

    static final String LOCKED = "SIMBA-LOCKED";
    static final String NOT_SCANNED = "SIMBA-NOT-SCANNED";

    private final OpenOriginal openOriginal;
    private final BoundedReading reading;
    private final ScanOriginal scanOriginal;
    private final AttachFiles attachFiles;
    private final KeepParts keepParts;

    TakeApart(
            OpenOriginal openOriginal,
            BoundedReading reading,
            ScanOriginal scanOriginal,
            AttachFiles attachFiles,
            KeepParts keepParts) {
        this.openOriginal = openOriginal;
        this.reading = reading;
        this.scanOriginal = scanOriginal;
        this.attachFiles = attachFiles;
        this.keepParts = keepParts;
    }

    /**
     * What a document turned out to be.
     *
     * @param locked what is locked in it, as findings
     */
    public record Taken(ReadContent content, List<Finding> locked) {

        public Taken {
            locked = List.copyOf(locked);
        }
    }

    /** @throws io.simbaerp.intake.UnreadableContent if the content can't be read */
    public Taken take(DocumentView document) {
        byte[] content = openOriginal.content(document.sha256());
        ReadContent read = reading.read(content, document.fileName());
        List<Finding> locked = new ArrayList<>();
        scanOriginal.scan(document.sha256(), content).ifPresent(lock -> locked.add(locked(document.fileName(), lock)));
        boolean harmless = locked.isEmpty();
        attachFiles.attach(document.id(), read.files()).forEach((name, lock) -> locked.add(locked(name, lock)));
        // What a scanner flags as a whole is not taken apart.
        if (harmless
                && read instanceof ReadContent.Container container
                && !container.parts().isEmpty()) {
            keepParts.keep(document, container.parts());
        }
        return new Taken(read, locked);
    }

    /** What is locked holds nothing up, but whoever works on the document should know. */
    private static Finding locked(String fileName, Lock lock) {
        String threat = Objects.requireNonNullElse(lock.threat(), "");
        return new Finding(
                threat.isEmpty() ? NOT_SCANNED : LOCKED,
                Severity.WARNING,
                fileName,
                "Locked by " + lock.scanner() + ": " + threat,
                List.of(fileName, lock.scanner(), threat));
    }
}
