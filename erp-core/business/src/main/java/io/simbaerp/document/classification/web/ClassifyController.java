package io.simbaerp.document.classification.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.document.classification.ClassifyDocument;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the class of a document from its page. */
@Controller
class ClassifyController {

    private final ClassifyDocument classify;
    private final Documents documents;

    ClassifyController(ClassifyDocument classify, Documents documents) {
        this.classify = classify;
        this.documents = documents;
    }

    @PostMapping("/documents/{id}/class")
    String change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String documentClass,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        DocumentId document = new DocumentId(id);
        try {
            classify.classify(document, documentClass, reason);
        } catch (RuleViolation refused) {
            flash.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
            return "redirect:/documents/" + id;
        }
        boolean seen = documents.byId(document).isPresent();
        flash.addFlashAttribute("toast", Toast.of(seen ? "document.classified" : "document.classified-away"));
        return seen ? "redirect:/documents/" + id : "redirect:/documents";
    }
}
