package io.simbaerp.document.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.ArchiveDocument;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.page.list.BulkAction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files several documents away at once. */
@Component
class ArchiveDocuments implements BulkAction {

    private final Documents documents;
    private final ArchiveDocument archiveDocument;

    ArchiveDocuments(Documents documents, ArchiveDocument archiveDocument) {
        this.documents = documents;
        this.archiveDocument = archiveDocument;
    }

    @Override
    public String key() {
        return "archive";
    }

    @Override
    public Duty duty() {
        return Duty.RECEIVE_DOCUMENT;
    }

    @Override
    public List<Item> preview(List<UUID> ids) {
        return documents.byIds(ids).stream()
                .map(document -> new Item(
                        document.id().value(),
                        DocumentPage.heading(document),
                        mayBeArchived(document) ? null : "document.not-to-be-archived"))
                .toList();
    }

    @Override
    public void run(UUID id, @Nullable String seen, @Nullable String reason) {
        archiveDocument.archive(new DocumentId(id));
    }

    /** A plain document once it was looked at, any other once its process has ended well. */
    static boolean mayBeArchived(DocumentView document) {
        boolean plain = document.kind().equals(DocumentKind.PLAIN)
                && document.number() != null
                && document.state() == DocumentState.RECEIVED;
        return plain || document.state().next().contains(DocumentState.ARCHIVED);
    }
}
