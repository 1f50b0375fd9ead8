package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.action.DocumentActions;
import io.simbaerp.document.action.OfferedAction;
import io.simbaerp.document.attachment.AttachmentView;
import io.simbaerp.document.attachment.Attachments;
import io.simbaerp.document.classification.DocumentClasses;
import io.simbaerp.document.part.Parts;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How the original of a document looks, and the files it carried inside, for its page and for REST. */
@Component
class DocumentFiles {

    private final Attachments attachments;
    private final OriginalDownload download;
    private final Parts parts;
    private final DocumentClasses classes;
    private final Permission permission;
    private final ObjectProvider<DocumentActions> actions;

    DocumentFiles(
            Attachments attachments,
            OriginalDownload download,
            Parts parts,
            ObjectProvider<DocumentActions> actions,
            DocumentClasses classes,
            Permission permission) {
        this.classes = classes;
        this.permission = permission;
        this.parts = parts;
        this.actions = actions;
        this.attachments = attachments;
        this.download = download;
    }

    /** What else the reader may do with it. */
    List<OfferedAction> actions(DocumentView document) {
        return actions.orderedStream().flatMap(one -> one.of(document).stream()).toList();
    }

    /** Its class, and what may be made of it. */
    ClassMark mark(DocumentId document) {
        return ClassMark.of(classes.of(document), classes.all(), permission.has(Duty.CLASSIFY_DOCUMENT));
    }

    OriginalView original(DocumentView document) {
        return download.view(document);
    }

    /** The documents it contains. */
    List<DocumentRow> parts(DocumentId document) {
        return parts.of(document).stream().map(DocumentRow::of).toList();
    }

    /** The documents it came inside of. */
    List<DocumentRow> containers(DocumentId document) {
        return parts.containersOf(document).stream().map(DocumentRow::of).toList();
    }

    List<AttachmentRow> of(DocumentId document) {
        return attachments.of(document).stream().map(this::row).toList();
    }

    /**
     * The file itself.
     *
     * @throws io.simbaerp.architecture.NotFound if the document has no such attachment
     * @throws io.simbaerp.architecture.RuleViolation original.locked, original.not-scanned
     */
    ResponseEntity<byte[]> download(DocumentId document, UUID attachment) {
        return download.attachment(attachments.one(document, attachment));
    }

    private AttachmentRow row(AttachmentView file) {
        return new AttachmentRow(
                file.id(),
                file.fileName(),
                file.mediaType(),
                file.description(),
                file.size(),
                file.sha256(),
                download.lockedBecause(file.lock()));
    }
}
