package io.simbaerp.controlled;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Refusals.About;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.archive.DownloadOriginal;
import java.util.UUID;

/** Hands out the file that says what a version says, unless a scan locked it. */
@UseCase(Duty.BELONG_TO_COMPANY)
public class OpenControlledFile {

    private final ControlledDocuments documents;
    private final DownloadOriginal download;

    OpenControlledFile(ControlledDocuments documents, DownloadOriginal download) {
        this.documents = documents;
        this.download = download;
    }

    /** The file as it came in. */
    public record Opened(String name, byte[] content) {}

    /**
     * @throws NotFound if the reader sees no such version, or a text says it
     * @throws io.simbaerp.architecture.RuleViolation original.locked, original.not-scanned
     */
    public Opened open(@About("controlled-version") UUID version) {
        VersionView.FileView file = documents.version(version).file();
        if (file == null) {
            throw new NotFound("controlled-file", version);
        }
        return new Opened(file.name(), download.download(file.sha256()));
    }
}
