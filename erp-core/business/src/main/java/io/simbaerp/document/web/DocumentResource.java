package io.simbaerp.document.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.TimelineEntry;
import io.simbaerp.document.wording.FindingWords;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Documents over REST. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentResource {

    private final Documents documents;
    private final DocumentTimeline timeline;
    private final OriginalDownload original;
    private final Lists lists;
    private final FindingWords words;

    DocumentResource(
            Documents documents,
            DocumentTimeline timeline,
            OriginalDownload original,
            Lists lists,
            FindingWords words) {
        this.documents = documents;
        this.timeline = timeline;
        this.original = original;
        this.lists = lists;
        this.words = words;
    }

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<DocumentBody> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(DocumentListing.KEY, asked, limit);
        return new Page<>(
                documents.byIds(page.items()).stream().map(DocumentBody::row).toList(), page.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<DocumentBody> one(@PathVariable UUID id) {
        Documents.WithFindings found =
                documents.withFindings(new DocumentId(id)).orElseThrow(() -> new NotFound("document", id));
        return ResponseEntity.ok()
                .eTag(String.valueOf(found.document().version()))
                .body(DocumentBody.whole(found.document(), words.all(found.findings())));
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
