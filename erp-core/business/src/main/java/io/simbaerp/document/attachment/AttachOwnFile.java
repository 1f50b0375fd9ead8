package io.simbaerp.document.attachment;

import io.simbaerp.archive.StoreOriginal;
import io.simbaerp.document.DocumentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Archives with a document what Simba itself has made for it, in the transaction of the use case that made it. */
@Component
public class AttachOwnFile {

    private final StoreOriginal storeOriginal;
    private final AttachmentRows rows;

    AttachOwnFile(StoreOriginal storeOriginal, AttachmentRows rows) {
        this.storeOriginal = storeOriginal;
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(DocumentId document, AttachmentDraft file) {
        rows.add(document, file, storeOriginal.store(file.content()));
    }
}
