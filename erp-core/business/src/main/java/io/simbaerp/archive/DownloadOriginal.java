package io.simbaerp.archive;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import java.util.Optional;

/**
 * Hands an original out to a person, unless it is locked. What could not be scanned when it came in is scanned now.
 */
@UseCase(Duty.VIEW_DOCUMENT)
public class DownloadOriginal {

    private final OpenOriginal openOriginal;
    private final ScanOriginal scanOriginal;

    DownloadOriginal(OpenOriginal openOriginal, ScanOriginal scanOriginal) {
        this.openOriginal = openOriginal;
        this.scanOriginal = scanOriginal;
    }

    /**
     * The content of the original with this hash.
     *
     * @throws io.simbaerp.architecture.NotFound if this company has no such original
     * @throws DamagedOriginal if it is missing on the disk or doesn't have its hash any more
     * @throws RuleViolation original.locked, original.not-scanned
     */
    public byte[] download(String sha256) {
        byte[] content = openOriginal.content(sha256);
        Optional<Lock> lock = openOriginal.lock(sha256);
        if (lock.isPresent() && lock.get().threat() == null) {
            lock = scanOriginal.scan(sha256, content);
        }
        if (lock.isPresent()) {
            throw lock.get().violation();
        }
        return content;
    }
}
