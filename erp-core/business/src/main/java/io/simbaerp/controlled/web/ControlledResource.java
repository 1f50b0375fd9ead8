package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.controlled.BeginControlledDocument;
import io.simbaerp.controlled.ChangeDraft;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.page.Page;
import io.simbaerp.page.list.Lists;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Controlled documents over REST: begun, changed, listed and read. */
@RestController
@RequestMapping("/api/v1/controlled-documents")
class ControlledResource {

    private final ControlledDocuments documents;
    private final BeginControlledDocument begin;
    private final ChangeDraft change;
    private final OpenControlledFile openFile;
    private final Readings readings;
    private final Lists lists;

    ControlledResource(
            ControlledDocuments documents,
            BeginControlledDocument begin,
            ChangeDraft change,
            OpenControlledFile openFile,
            Readings readings,
            Lists lists) {
        this.documents = documents;
        this.begin = begin;
        this.change = change;
        this.openFile = openFile;
        this.readings = readings;
        this.lists = lists;
    }

    /** Takes the filters, the search and the sorting of the page. */
    @GetMapping
    Page<DocumentView> list(
            @RequestParam MultiValueMap<String, String> asked, @RequestParam(defaultValue = "50") int limit) {
        Page<UUID> page = lists.ids(ControlledListing.KEY, asked, limit);
        return new Page<>(documents.byIds(page.items()), page.next());
    }

    /** What waits for whoever asks. */
    @GetMapping("/to-read")
    List<Readings.ToRead> toRead() {
        return readings.mine();
    }

    @GetMapping("/{id}")
    DocumentView one(@PathVariable UUID id) {
        return documents.byId(id);
    }

    @GetMapping("/{id}/versions/{version}/changes")
    VersionChanges changes(@PathVariable UUID id, @PathVariable UUID version) {
        DocumentView document = documents.byId(id);
        VersionView after = documents.version(version);
        VersionView before = document.versions().contains(after) ? ControlledPages.before(document, after) : null;
        if (before == null) {
            throw new NotFound("controlled-version", version);
        }
        return VersionChanges.between(before, after);
    }

    @GetMapping("/{id}/versions/{version}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID version) {
        if (!documents.byId(id).versions().contains(documents.version(version))) {
            throw new NotFound("controlled-version", version);
        }
        return ControlledFiles.answer(openFile.open(version));
    }

    /** Begins one with a text; the same key gives the first one again. */
    @Permission.Required(Duty.WRITE_CONTROLLED_DOCUMENT)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DocumentView> begin(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ControlledForm form)
            throws IOException {
        return begun(begin.begin(form.draft(null), key));
    }

    /** Begins one with a file. */
    @Permission.Required(Duty.WRITE_CONTROLLED_DOCUMENT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentView> begin(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @ModelAttribute ControlledForm form,
            @RequestParam MultipartFile file)
            throws IOException {
        return begun(begin.begin(form.draft(file), key));
    }

    /** Changes the draft; the edition that was read stands in it. */
    @Permission.Required(Duty.WRITE_CONTROLLED_DOCUMENT)
    @PutMapping("/{id}/draft")
    DocumentView change(@PathVariable UUID id, @RequestBody ControlledForm form) throws IOException {
        VersionView open = documents.byId(id).open();
        if (open == null) {
            throw new RuleViolation("controlled.not-a-draft");
        }
        change.change(open.id(), form.editionRead(), form.draft(null));
        return documents.byId(id);
    }

    private ResponseEntity<DocumentView> begun(VersionView version) {
        return ResponseEntity.created(URI.create("/api/v1/controlled-documents/" + version.documentId()))
                .body(documents.byId(version.documentId()));
    }
}
