package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.ArchiveDocument;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.page.Toast;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a document: what it says, what the rules say about it, what happened to it and where it stands. */
@Controller
@RequestMapping("/documents/{id}")
class DocumentController {

    private final Documents documents;
    private final DocumentPages pages;
    private final OriginalDownload original;
    private final ArchiveDocument archiveDocument;
    private final Permission permission;

    DocumentController(
            Documents documents,
            DocumentPages pages,
            OriginalDownload original,
            ArchiveDocument archiveDocument,
            Permission permission) {
        this.documents = documents;
        this.pages = pages;
        this.original = original;
        this.archiveDocument = archiveDocument;
        this.permission = permission;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String tab, Model model) {
        DocumentView document = existing(id);
        model.addAttribute("document", pages.of(document, tab, permission.has(Duty.RECEIVE_DOCUMENT)));
        return "document/document";
    }

    /** The whole picture of the process it goes through. */
    @GetMapping("/process")
    String process(@PathVariable UUID id, Model model) {
        DocumentView document = existing(id);
        model.addAttribute(
                "process", pages.process(document).orElseThrow(() -> new NotFound("process of document", id)));
        return "document/process";
    }

    @GetMapping("/original")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        return original.attachment(existing(id));
    }

    /** How the original looks, for a page that shows it beside something else. */
    @GetMapping("/original/view")
    String originalView(@PathVariable UUID id, Model model) {
        model.addAttribute("original", original.view(existing(id)));
        return "document/original :: viewer";
    }

    @GetMapping("/picture")
    ResponseEntity<byte[]> picture(@PathVariable UUID id) {
        return original.picture(existing(id));
    }

    @PostMapping("/archive")
    String archive(@PathVariable UUID id, RedirectAttributes answer) {
        DocumentView document = existing(id);
        try {
            archiveDocument.archive(document.id());
            answer.addFlashAttribute(
                    "toast",
                    Toast.of("document.archived", Objects.requireNonNullElse(document.number(), document.fileName())));
        } catch (RuleViolation refused) {
            answer.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/documents/" + id;
    }

    private DocumentView existing(UUID id) {
        return documents.byId(new DocumentId(id)).orElseThrow(() -> new NotFound("document", id));
    }
}
