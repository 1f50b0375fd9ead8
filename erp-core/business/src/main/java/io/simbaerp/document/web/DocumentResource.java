package io.simbaerp.document.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.TimelineEntry;
import io.simbaerp.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents over REST. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentResource {

    private static final int MOST = 200;

    private final Documents documents;
    private final DocumentTimeline timeline;
    private final OriginalDownload original;

    DocumentResource(Documents documents, DocumentTimeline timeline, OriginalDownload original) {
        this.documents = documents;
        this.timeline = timeline;
        this.original = original;
    }

    @GetMapping
    Page<DocumentBody> list(
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam @Nullable DocumentState state,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String text,
            @RequestParam @Nullable LocalDate receivedFrom,
            @RequestParam @Nullable LocalDate receivedTo) {
        int count = Math.max(1, Math.min(limit, MOST));
        List<DocumentView> rows = documents.list(
                new DocumentFilter(state, kind, text, receivedFrom, receivedTo),
                after == null ? null : new DocumentId(after),
                count + 1);
        return Page.cut(rows, count, row -> row.id().toString()).map(DocumentBody::row);
    }

    @GetMapping("/{id}")
    ResponseEntity<DocumentBody> one(@PathVariable UUID id) {
        DocumentView document = existing(id);
        return ResponseEntity.ok()
                .eTag(String.valueOf(document.version()))
                .body(DocumentBody.whole(document, documents.findings(document.id())));
    }

    @GetMapping("/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable UUID id) {
        return original.attachment(existing(id));
    }

    @GetMapping("/{id}/timeline")
    List<TimelineEntry> timeline(@PathVariable UUID id) {
        return timeline.of(new DocumentId(id)).stream()
                .map(entry -> new TimelineEntry(
                        entry.at(),
                        entry.actor(),
                        entry.onBehalfOf(),
                        entry.event(),
                        entry.text(),
                        entry.link() == null ? null : "/api/v1" + entry.link()))
                .toList();
    }

    private DocumentView existing(UUID id) {
        return documents.byId(new DocumentId(id)).orElseThrow(() -> new NotFound("document", id));
    }
}
