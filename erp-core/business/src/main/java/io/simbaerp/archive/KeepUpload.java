package io.simbaerp.archive;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.unit.DataSize;

/**
 * Keeps a file somebody hands in beside what is registered as a document, such as a receipt: under the same limits of size, no
 * program, and looked at by every scanner before anybody can open it.
 */
@UseCase(Duty.RECEIVE_DOCUMENT)
public class KeepUpload {

    private final StoreOriginal storeOriginal;
    private final ScanOriginal scanOriginal;
    private final DataSize maximum;

    KeepUpload(
            StoreOriginal storeOriginal,
            ScanOriginal scanOriginal,
            @Value("${simba.intake.max-size:25MB}") DataSize maximum) {
        this.storeOriginal = storeOriginal;
        this.scanOriginal = scanOriginal;
        this.maximum = maximum;
    }

    /**
     * Keeps it as it came; what a scanner flags, or could not look at, is kept and locked.
     *
     * @param name the file's name without folders
     * @param field of the form it came in
     * @throws RuleViolation original.empty, original.too-large, original.program: then nothing is kept
     */
    public StoredOriginal keep(String name, byte[] content, String field) {
        if (content.length > maximum.toBytes()) {
            throw RuleViolation.ofField(field, "original.too-large", name, maximum.toMegabytes());
        }
        if (Programs.isOne(name, content)) {
            throw RuleViolation.ofField(field, "original.program", name);
        }
        StoredOriginal stored = storeOriginal.store(content);
        scanOriginal.scan(stored.sha256(), content);
        return stored;
    }
}
