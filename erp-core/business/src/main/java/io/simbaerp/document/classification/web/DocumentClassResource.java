package io.simbaerp.document.classification.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.Documents;
import io.simbaerp.document.classification.ClassifyDocument;
import io.simbaerp.document.classification.DefineDocumentClass;
import io.simbaerp.document.classification.DocumentClass;
import io.simbaerp.document.classification.DocumentClasses;
import io.simbaerp.page.Page;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Document classes over REST, and the class of a document. */
@RestController
@RequestMapping("/api/v1")
class DocumentClassResource {

    private final DocumentClasses classes;
    private final DefineDocumentClass define;
    private final ClassifyDocument classify;
    private final Documents documents;

    DocumentClassResource(
            DocumentClasses classes, DefineDocumentClass define, ClassifyDocument classify, Documents documents) {
        this.classes = classes;
        this.define = define;
        this.classify = classify;
        this.documents = documents;
    }

    /** A class over REST. */
    record ClassJson(
            String code, String nameEn, String namePl, boolean confidential, List<Duty> duties, List<String> kinds) {

        static ClassJson of(DocumentClass known) {
            return new ClassJson(
                    known.code(),
                    known.nameEn(),
                    known.namePl(),
                    known.confidential(),
                    known.duties().stream().sorted().toList(),
                    known.kinds().stream().sorted().toList());
        }
    }

    /** The class of a document; no code for an ordinary one. */
    record ClassOfDocument(@Nullable String code, boolean confidential) {}

    /** The class a document shall have, and why. */
    record Change(@Nullable String code, @Nullable String reason) {}

    /** All of them: a company has few. */
    @GetMapping("/document-classes")
    Page<ClassJson> all() {
        return new Page<>(classes.all().stream().map(ClassJson::of).toList(), null);
    }

    @PutMapping("/document-classes/{code}")
    ClassJson define(@PathVariable String code, @RequestBody ClassForm form) {
        define.define(form.withCode(code).draft());
        return classes.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(ClassJson::of)
                .orElseThrow(() -> new NotFound("document-class", code));
    }

    @GetMapping("/documents/{id}/class")
    ClassOfDocument of(@PathVariable UUID id) {
        DocumentId document = new DocumentId(id);
        if (documents.byId(document).isEmpty()) {
            throw new NotFound("document", id);
        }
        return classes.of(document)
                .map(known -> new ClassOfDocument(known.code(), known.confidential()))
                .orElseGet(() -> new ClassOfDocument(null, false));
    }

    /** Answers nothing: afterwards the document may be out of the asker's sight. */
    @PutMapping("/documents/{id}/class")
    ResponseEntity<Void> change(@PathVariable UUID id, @RequestBody Change change) {
        classify.classify(new DocumentId(id), change.code(), Objects.requireNonNullElse(change.reason(), ""));
        return ResponseEntity.noContent().build();
    }
}
