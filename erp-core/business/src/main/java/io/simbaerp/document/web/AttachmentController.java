package io.simbaerp.document.web;

import io.simbaerp.document.DocumentId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The files a document carried inside: from its page, and over REST listed and one by one. */
@Controller
class AttachmentController {

    private final DocumentFiles attachments;

    AttachmentController(DocumentFiles attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/api/v1/documents/{id}/attachments")
    @ResponseBody
    List<AttachmentRow> list(@PathVariable UUID id) {
        return attachments.of(new DocumentId(id));
    }

    @GetMapping({"/documents/{id}/attachments/{file}", "/api/v1/documents/{id}/attachments/{file}"})
    ResponseEntity<byte[]> download(@PathVariable UUID id, @PathVariable UUID file) {
        return attachments.download(new DocumentId(id), file);
    }
}
