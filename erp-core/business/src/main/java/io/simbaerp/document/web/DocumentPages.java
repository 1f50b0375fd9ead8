package io.simbaerp.document.web;

import io.simbaerp.document.DocumentReading;
import io.simbaerp.document.DocumentTimeline;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.ProcessPicture;
import io.simbaerp.document.ReadableDocument;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the page of a document shows. */
@Component
class DocumentPages {

    private final Documents documents;
    private final DocumentTimeline timeline;
    private final ObjectProvider<DocumentReading> readings;
    private final ObjectProvider<ProcessPicture> pictures;
    private final DocumentFiles files;
    private final PageWords words;

    DocumentPages(
            Documents documents,
            DocumentTimeline timeline,
            ObjectProvider<DocumentReading> readings,
            ObjectProvider<ProcessPicture> pictures,
            DocumentFiles files,
            PageWords words) {
        this.documents = documents;
        this.timeline = timeline;
        this.readings = readings;
        this.pictures = pictures;
        this.files = files;
        this.words = words;
    }

    DocumentPage of(DocumentView document, String askedTab, boolean mayArchive) {
        Optional<ReadableDocument> reading = readings.orderedStream()
                .flatMap(one -> one.of(document.id()).stream())
                .findFirst();
        Optional<ProcessDrawing> drawing = drawing(document);
        String tab = tab(askedTab, reading.isPresent());
        return new DocumentPage(
                document,
                DocumentRow.tone(document.state()),
                tab,
                reading.orElse(null),
                tab.equals("original") ? files.original(document) : null,
                documents.findings(document.id()).stream().map(words::finding).toList(),
                files.of(document.id()),
                files.parts(document.id()),
                files.containers(document.id()),
                words.history(timeline.of(document.id()), drawing.orElse(null)),
                drawing.orElse(null),
                documents.quarantine(document.id()).map(words::quarantine).orElse(null),
                documents
                        .reasonOfDecision(document.id())
                        .or(() -> reading.map(ReadableDocument::rejectedBecause))
                        .orElse(null),
                files.actions(document),
                mayArchive && isIdle(drawing) && ArchiveDocuments.mayBeArchived(document),
                files.mark(document.id()));
    }

    /** While a process asks somebody about it, its task is where it is filed away. */
    private static boolean isIdle(Optional<ProcessDrawing> drawing) {
        return drawing.map(ProcessDrawing::current).orElse("").isEmpty();
    }

    Optional<ProcessPage> process(DocumentView document) {
        return drawing(document)
                .map(drawing -> new ProcessPage(document.id().value(), DocumentPage.heading(document), drawing));
    }

    private Optional<ProcessDrawing> drawing(DocumentView document) {
        return pictures.orderedStream()
                .flatMap(one -> one.of(document.id()).stream())
                .findFirst()
                .map(ProcessDrawing::of);
    }

    private static String tab(String asked, boolean readable) {
        if (asked.equals("original") || asked.equals("facts")) {
            return asked;
        }
        return readable ? "reading" : "original";
    }
}
