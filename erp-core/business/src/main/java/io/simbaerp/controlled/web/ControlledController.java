package io.simbaerp.controlled.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.controlled.ControlledDocuments;
import io.simbaerp.controlled.DocumentView;
import io.simbaerp.controlled.OpenControlledFile;
import io.simbaerp.controlled.VersionView;
import io.simbaerp.controlled.reading.Readings;
import io.simbaerp.page.list.ListView;
import io.simbaerp.page.list.Lists;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Controlled documents to read: the list, what waits for the reader, a version, and what it changed. */
@Controller
@RequestMapping("/controlled-documents")
class ControlledController {

    private final ControlledDocuments documents;
    private final ControlledPages pages;
    private final Readings readings;
    private final OpenControlledFile openFile;
    private final Lists lists;
    private final Permission permission;

    ControlledController(
            ControlledDocuments documents,
            ControlledPages pages,
            Readings readings,
            OpenControlledFile openFile,
            Lists lists,
            Permission permission) {
        this.documents = documents;
        this.pages = pages;
        this.readings = readings;
        this.openFile = openFile;
        this.lists = lists;
        this.permission = permission;
    }

    /** The list as it is shown. */
    record ListPage(ListView list, int toRead, boolean mayWrite) {}

    /** What waits for the reader. */
    record ToReadPage(List<Readings.ToRead> rows) {}

    @GetMapping
    ModelAndView list(@RequestParam MultiValueMap<String, String> asked) {
        return new ModelAndView(
                "controlled/list",
                "view",
                new ListPage(
                        lists.page(ControlledListing.KEY, asked),
                        readings.count(),
                        permission.has(Duty.WRITE_CONTROLLED_DOCUMENT)));
    }

    @GetMapping("/to-read")
    ModelAndView toRead() {
        return new ModelAndView("controlled/to-read", "view", new ToReadPage(readings.mine()));
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id) {
        return new ModelAndView("controlled/document", "view", pages.page(id, null));
    }

    @GetMapping("/{id}/versions/{version}")
    ModelAndView version(@PathVariable UUID id, @PathVariable UUID version) {
        return new ModelAndView("controlled/document", "view", pages.page(id, version));
    }

    @GetMapping("/{id}/versions/{version}/changes")
    ModelAndView changes(@PathVariable UUID id, @PathVariable UUID version) {
        DocumentView document = documents.byId(id);
        VersionView after = existing(document, version);
        VersionView before = ControlledPages.before(document, after);
        if (before == null) {
            throw new NotFound("controlled-version", version);
        }
        return new ModelAndView("controlled/changes", "view", pages.changes(before, after));
    }

    @GetMapping("/{id}/versions/{version}/file")
    @ResponseBody
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID version) {
        existing(documents.byId(id), version);
        return ControlledFiles.answer(openFile.open(version));
    }

    private static VersionView existing(DocumentView document, UUID version) {
        return document.versions().stream()
                .filter(one -> one.id().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("controlled-version", version));
    }
}
