package io.simbaerp.document.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.document.part.Parts;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** What came with a document: the files it carried inside, one by one too, and the documents it contains. */
@Controller
class AttachmentController {

    private final DocumentFiles attachments;
    private final Parts parts;
    private final Documents documents;

    AttachmentController(DocumentFiles attachments, Parts parts, Documents documents) {
        this.parts = parts;
        this.documents = documents;
        this.attachments = attachments;
    }

    @GetMapping("/api/v1/documents/{id}/attachments")
    @ResponseBody
    List<AttachmentRow> list(@PathVariable UUID id) {
        return attachments.of(existing(id));
    }

    @GetMapping("/api/v1/documents/{id}/parts")
    @ResponseBody
    List<DocumentBody> parts(@PathVariable UUID id) {
        return parts.of(existing(id)).stream().map(DocumentBody::row).toList();
    }

    @GetMapping({"/documents/{id}/attachments/{file}", "/api/v1/documents/{id}/attachments/{file}"})
    @ResponseBody
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID file) {
        return attachments.download(new DocumentId(id), file);
    }

    private DocumentId existing(UUID id) {
        DocumentId document = new DocumentId(id);
        if (documents.byId(document).isEmpty()) {
            throw new NotFound("document", id);
        }
        return document;
    }
}
